/** A sentence for each ConnectionErrorCode. */
export const errors = {};
