/** Makes answers late, and lets all of them go when it is closed. */
export function createLateness(ms: number): { wait(): Promise<void>; close(): void } {
  const waiting = new Map<ReturnType<typeof setTimeout>, () => void>();
  return {
    wait: () =>
      ms <= 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(() => {
              waiting.delete(timer);
              resolve();
            }, ms);
            waiting.set(timer, resolve);
          }),
    close() {
      for (const [timer, resolve] of waiting) {
        clearTimeout(timer);
        resolve();
      }
      waiting.clear();
    },
  };
}
