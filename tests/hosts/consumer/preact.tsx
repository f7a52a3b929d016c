// The tag in Preact.
import { useRef } from 'preact/hooks';
import type { SmartFootprintElement } from 'smart-footprint/element';

export function Chart() {
  const chart = useRef<SmartFootprintElement>(null);
  return (
    <smart-footprint
      ref={chart}
      key="chart"
      id="chart"
      class="wide"
      style={{ width: 640 }}
      view="growth"
      published-by="2025-06-30"
      theme="dark"
      controls
      dataset={{}}
      onClick={(event) => event.currentTarget.marks()}
      onfootprint-select={(event) => event.detail.state.selected ?? chart.current?.state()}
    >
      <img alt="" src="growth.svg" />
    </smart-footprint>
  );
}

// @ts-expect-error: no such attribute
export const misspelt = <smart-footprint veiw="growth" />;
// @ts-expect-error: no such theme
export const unknown = <smart-footprint theme="blue" />;
