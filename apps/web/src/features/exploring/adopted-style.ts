/**
 * Stands in for `react-style-singleton`, through which the dialogs of GraphiQL hold the page still: that one writes `<style>` elements, which
 * the content security policy refuses. A sheet that the document adopts is script's own doing, so the policy stays as strict as everywhere.
 */
import { useEffect } from 'react';

interface SharedSheet {
  readonly add: (css: string) => void;
  readonly remove: () => void;
}

/** One sheet for all who add it; it goes when the last has removed it. */
export function stylesheetSingleton(): SharedSheet {
  const sheet = new CSSStyleSheet();
  let users = 0;
  return {
    add: (css) => {
      users += 1;
      if (users > 1) return;
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove: () => {
      users -= 1;
      if (users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}

export function styleHookSingleton(): (css: string, isDynamic?: boolean) => void {
  const sheet = stylesheetSingleton();
  return (css, isDynamic = false) => useEffect(() => {
    sheet.add(css);
    return sheet.remove;
  }, [isDynamic ? css : null]);
}

export function styleSingleton(): (props: { readonly styles: string; readonly dynamic?: boolean }) => null {
  const useStyle = styleHookSingleton();
  return function Sheet({ styles, dynamic }) {
    useStyle(styles, dynamic);
    return null;
  };
}
