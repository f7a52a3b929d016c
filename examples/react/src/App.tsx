import { useState } from 'react';
import 'smart-footprint/element';
import type { ViewName } from 'smart-footprint';
import { Mounted } from './Mounted';

const lineup = { view: 'lineup', theme: 'light' } as const;

export function App() {
  const [view, setView] = useState<ViewName>('growth');
  const [isShown, setIsShown] = useState(true);
  const [selected, setSelected] = useState('nothing');

  return (
    <>
      <p>
        <button onClick={() => setView(view === 'growth' ? 'lineup' : 'growth')}>Other view</button>
        <button onClick={() => setIsShown(!isShown)}>{isShown ? 'Remove' : 'Put back'}</button>
      </p>
      {isShown && (
        <smart-footprint
          view={view}
          heading="Drawn in React"
          onfootprint-select={(event) => setSelected(event.detail.state.selected ?? 'nothing')}
        />
      )}
      <p>Selected: <output>{selected}</output></p>
      {isShown && <Mounted options={lineup} />}
    </>
  );
}
