/** Where the complete module is at hand, a first picture of its own would only cost time. */
export const FirstPicture = undefined;
