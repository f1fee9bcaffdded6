/** Whether a page of another origin frames this one, which could then steer a person's clicks. */
export function isForeignFrame(): boolean {
  try {
    return window.top !== window && window.top?.location.origin !== location.origin;
  } catch {
    // SecurityError: the very thing that is asked.
    return true;
  }
}
