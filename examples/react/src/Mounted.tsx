import { useEffect, useRef } from 'react';
import { mount, type ViewOptions, type Widget } from 'smart-footprint';

/** The same without the tag: for React 18, and where options come as an object. */
export function Mounted({ options }: { options: ViewOptions }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let widget: Widget | undefined;
    let isGone = false; // an effect may be undone before the widget is drawn
    mount(place.current!, options).then(
      (mounted) => {
        widget = mounted;
        if (isGone) widget.destroy();
      },
      console.error,
    );
    return () => {
      isGone = true;
      widget?.destroy();
    };
  }, [options]);

  return <div ref={place} />;
}
