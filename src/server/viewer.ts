/** Who looks, as the host's `authorize` said. */
export interface Viewer {
  /** Opaque name of the customer organisation; `org:environment` where the platform has environments. */
  tenant: string;
  /** Opaque name of the person, for the audit trail and "started by". */
  user?: string;
  /** What the host allows. Without `view` every answer is `forbidden`. */
  can: { view: boolean; connect: boolean; update: boolean; disconnect: boolean };
}

/** Whether the viewer can look and nothing else. */
export function isReader({ can }: Viewer): boolean {
  return !can.connect && !can.update && !can.disconnect;
}
