/** The deflated module as base64, put in by the build. */
declare const text: string;
export default text;
