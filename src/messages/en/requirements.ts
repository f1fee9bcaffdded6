/** The explainer's words: loaded on their own, with the first connection that has requirements. */
export const requirements = {};
