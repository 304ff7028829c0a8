// Viewers and rules never change, so what follows from one is worked out once. It is forgotten together with it.

/** `work`, which must depend on its argument alone, done once for each object that it is given. */
export function oncePer<Given extends object, Result>(work: (given: Given) => Result): (given: Given) => Result {
  const known = new WeakMap<Given, { readonly result: Result }>();
  return (given) => {
    const found = known.get(given) ?? { result: work(given) };
    known.set(given, found);
    return found.result;
  };
}
