import { renderSvg } from 'smart-footprint';
import { Footprint } from './footprint';

/** The server draws a still picture; the browser puts the widget in its place. */
export default async function Page() {
  const still = await renderSvg({ view: 'growth', width: 800 });
  return (
    <main>
      <h1>Drawn on the server first</h1>
      <Footprint view="growth">
        <img
          src={`data:image/svg+xml,${encodeURIComponent(still)}`}
          alt="Markets and outlets of smart over time"
        />
      </Footprint>
    </main>
  );
}
