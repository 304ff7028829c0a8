/** Search in one statement: what matches and may be listed, capped before it is ranked, with total, facets and a snippet. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { PageInfo } from '../../platform/graphql/connection.js';
import { Cursor } from '../../platform/graphql/cursor.js';
import { compiledAnswer, descend } from '../../platform/selection/index.js';
import { filterSql, type ListFilter } from './resource.filter.js';
import { listedHere, publishedSource } from './resource.source.js';
import { COUNTED_TERMS_SQL, type CountedTerm, facetsOf } from './search-facets.js';
import { SearchConnection, SearchEdge, TextPart } from './search.type.js';

/** Counting and ranking stop here; a word in more documents than this says little. */
export const MOST_CANDIDATES = 10_000;
const HIT_BEGINS = '\u0001';
const HIT_ENDS = '\u0002';

export interface SearchArgs { readonly query: string; readonly first: number; readonly after: string | null; readonly filter: ListFilter }
interface Item { answer: object; id: string; key: string; snippet: string }
interface Result { total: number; letters: string | null; is_any_word: boolean; terms: CountedTerm[]; items: Item[] }

@Injectable()
export class SearchReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  async search(viewer: Viewer, args: SearchArgs, info: GraphQLResolveInfo): Promise<SearchConnection> {
    const filter = { query: args.query, ...args.filter };
    const source = publishedSource('r');
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, ['edges', 'node']), source.alias, args.first);
    const query = statement.param(args.query);
    const narrowed = [listedHere(viewer, source, statement), ...filterSql(viewer, args.filter, source, statement)].join(' and ');
    // Every candidate is looked at, so version and owner are joined only where the filter asks for them; the page joins them anyway.
    const candidates = args.filter.institution === null ? 'resource r' : source.from;
    const from = args.after === null ? null : Cursor.read(args.after, 'relevance', filter);
    const beyond = from === null ? 'true' : `(found.rank, found.id) < (${statement.param(from.key)}::real, ${statement.param(from.id, 'uuid')})`;
    const matching = (words: 'all_words' | 'any_words'): string => `
        select r.id, r.search_facets, ts_rank(r.search_head, (select ${words} from words), 1) as rank from ${candidates} where r.search_words @@ (select ${words} from words) and ${narrowed}`;
    const text = `
      with words as materialized (
        select websearch_to_tsquery('english', ${query}) as all_words, replace(plainto_tsquery('english', ${query})::text, '&', '|')::tsquery as any_words),
      with_all as materialized (${matching('all_words')} limit ${MOST_CANDIDATES}),
      with_any as materialized (${matching('any_words')} and not exists (select from with_all) limit ${MOST_CANDIDATES}),
      found as not materialized (select * from with_all union all select * from with_any), -- both are kept already: a third copy would cost a fifth of the search
      chosen as materialized (select case when is_any_word then any_words else all_words end as query, is_any_word from words, (select not exists (select from with_all) as is_any_word) fallback),
      page as materialized (select found.id, found.rank from found where ${beyond} order by found.rank desc, found.id desc limit ${args.first + 1})
      select counted.total, counted.letters, (select is_any_word from chosen) as is_any_word, ${COUNTED_TERMS_SQL} as terms,
        (select coalesce(json_agg(json_build_object('answer', ${answer}, 'id', r.id, 'key', page.rank::text,
          'snippet', ts_headline('english', coalesce(r_c.content ->> 'summary', ''), (select query from chosen), 'StartSel=${HIT_BEGINS},StopSel=${HIT_ENDS},HighlightAll=true')) order by page.rank desc, page.id desc), '[]')
          from page join (${source.from}) on r.id = page.id) as items
        from (select count(*)::int as total, string_agg(found.search_facets, '') as letters from found) counted`;
    const [result] = await this.database.readFor<Result>(viewer, text, statement.values, isGuarded);
    return this.connection(result, args, filter);
  }

  private connection(result: Result | undefined, { first, after }: SearchArgs, filter: object): SearchConnection {
    const items = result?.items ?? [];
    const edges = items.slice(0, first).map(({ answer, id, key, snippet }) => new SearchEdge(answer, Cursor.write({ sort: 'relevance', key, id }, filter), partsOf(snippet)));
    const page = new PageInfo(items.length > first, after !== null, edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null);
    const { kinds, tags } = facetsOf(result?.letters ?? '', result?.terms ?? []);
    return new SearchConnection(edges, page, result?.total ?? 0, result?.is_any_word ?? false, kinds, tags);
  }
}

function partsOf(snippet: string): TextPart[] {
  return snippet.split(new RegExp(`(${HIT_BEGINS}[^${HIT_ENDS}]*${HIT_ENDS})`)).filter((part) => part !== '')
    .map((part) => new TextPart(part.replaceAll(HIT_BEGINS, '').replaceAll(HIT_ENDS, ''), part.startsWith(HIT_BEGINS)));
}
