import { useEffect } from 'react';
import type { ComponentType, ReactNode } from 'react';

/** Stands where a component should be that this host does not have: visible, named and logged. */
export function unknownComponent(name: string): ComponentType<{ readonly children?: ReactNode }> {
  function UnknownComponent({ children }: { readonly children?: ReactNode }): ReactNode {
    useEffect(() => {
      console.error(`The card uses <${name}>, which this host does not have`);
    }, []);
    return (
      <div className="hs-unknown" role="alert">
        <strong>&lt;{name}&gt; is not a component of this host</strong>
        {children}
      </div>
    );
  }
  return UnknownComponent;
}
