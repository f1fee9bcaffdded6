/** The sentences of `describeConnection`. */
export const connection = {};
