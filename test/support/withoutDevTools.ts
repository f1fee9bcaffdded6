// React's development build keeps an async stack trace for each element where the console offers them. No test reads
// them, and React looks for them once, when it is loaded.
for (const name of ["createTask", "timeStamp"]) Reflect.set(console, name, undefined);
