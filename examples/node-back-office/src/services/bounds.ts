/** How much a request may hold, whichever way it comes in. */

export const LONGEST_STORY = 5000;
export const MOST_SUBJECTS = 3;
