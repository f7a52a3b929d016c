// The tag in JSX that belongs to no library.
import 'smart-footprint/element';

export const chart = <smart-footprint view="growth" class="wide" onfootprint-ready={({ detail }) => detail.state.view} />;
// @ts-expect-error: no such theme
export const unknown = <smart-footprint theme="blue" />;
