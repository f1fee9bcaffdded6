import type { Connection } from "../../src/core/connection.js";
import { fixtures } from "../../src/testing/fixtures.js";

const { detailsNeeded } = fixtures;

/** In progress, with three rows: the card that the bench compares. */
export const benchConnection: Connection = {
  ...detailsNeeded,
  requirements: detailsNeeded.requirements.filter(({ key }) => key !== "business_profile.support_phone"),
};

/** The same, after one more thing has happened to it. */
export const changed = (connection: Connection): Connection => {
  const revision = connection.revision + 1;
  return {
    ...connection,
    revision,
    account: connection.account && { ...connection.account, displayName: `Acme ${revision}` },
  };
};
