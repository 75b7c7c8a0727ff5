import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { reportWords } from '@xiaohao/messages';
import { countedLists, countedSite } from './counted-lists.js';
import { timesOf, type Situation } from '../figures/known-tickets.js';

/** A sentence names so many places. */
const namedPlaces = 5;

/** A place whose hazards of the period stand in several rows of the table. */
interface RepeatedSite {
  site: string;
  /** Those without one are blank. */
  industries: string[];
  /** One of its hazards is: the document goes to people who may not see it. */
  confidential: boolean;
}

/** Which places are counted in several rows, with the industries of these; null where none is. */
export async function findRepeatedSites(db: Queryable, situation: Situation): Promise<string | null> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const isHidden = `t.confidential or exists (select 1 from ticket n where n.id = t.id and n.confidential)`;
  const sites = await select<RepeatedSite>(
    db,
    `select s.site, array_agg(s.industry order by s.industry) as industries, bool_or(s.confidential) as confidential
     from (select t.site, coalesce(t.industry, '') as industry, bool_or(${isHidden}) as confidential
       from (select * from ${countedLists.hazards_by_industry.from(situation, params, times)}) t
       where ${countedSite} and t.site is not null group by 1, 2) s
     group by s.site having count(*) > 1 order by count(*) desc, s.site`,
    params.values,
  );
  return sites.length === 0 ? null : sitesInWords(sites);
}

function sitesInWords(sites: readonly RepeatedSite[]): string {
  const seen = sites.filter(({ confidential }) => !confidential);
  const named = seen.slice(0, namedPlaces).map(({ site, industries }) => {
    const names = industries.map((industry) => industry || reportWords.noIndustry[0]);
    return `${site}（${names.join('、')}）`;
  });
  const count = String(sites.length);
  if (named.length === 0) return reportWords.sitesHidden[0].replace('{count}', count);
  const names = named.join('、');
  return named.length === sites.length ? names : `${names}${reportWords.sitesMore[0].replace('{count}', count)}`;
}
