/** What one demo provider remembers: in memory, each provider its own, never more than a thousand things. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept { readonly payload: AdapterPayload; readonly until: number }
const MOST = 1_000;

export function demoAdapter(): AdapterFactory {
  const kept = new Map<string, Kept>();
  const find = async (key: string): Promise<AdapterPayload | undefined> => {
    const entry = kept.get(key);
    return entry === undefined || entry.until < Date.now() ? undefined : entry.payload;
  };
  const firstWhere = async (model: string, matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> => {
    const now = Date.now();
    for (const [key, { payload, until }] of kept) if (key.startsWith(`${model}:`) && until >= now && matches(payload)) return payload;
    return undefined;
  };
  const forgetSome = (): void => {
    const now = Date.now();
    for (const [key, { until }] of kept) if (until < now) kept.delete(key);
    for (const key of kept.keys()) if (kept.size > MOST) kept.delete(key);
  };
  return (model): Adapter => ({
    find: (id) => find(`${model}:${id}`),
    findByUid: (uid) => firstWhere(model, (payload) => payload.uid === uid),
    findByUserCode: (userCode) => firstWhere(model, (payload) => payload.userCode === userCode),
    async upsert(id, payload, expiresIn) {
      kept.set(`${model}:${id}`, { payload, until: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
      if (kept.size > MOST) forgetSome();
    },
    async consume(id) {
      const payload = await find(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
