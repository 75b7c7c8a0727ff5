/** Per cent with one decimal, half rounded up, as reports print it; null where there is nothing to divide by. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
}

/** Whether a rate somebody states is what its parts give, to as many decimals as it is stated with. */
export function followsFrom(stated: number, part: number, whole: number): boolean {
  if (whole === 0) return false;
  const decimals = String(stated).split('.')[1]?.length ?? 0;
  return Math.abs(stated - (part * 100) / whole) <= 0.5 / 10 ** decimals + 1e-9;
}

/** What a rate says was done: 隐患整改率 is of 隐患, 整改. */
const doings = /(?:按期)?(?:整改|完成|办结|销号|处置|处理|核查|回复|答复|培训|参训|检查|落实|覆盖|合格|达标)$/;
/** What a name ends with that counts. */
const countWords = /(?:的)?(?:总数|总量|数量|件数|起数|条数|人数|人次|次数|户数|家数|个数|数)$/;

interface Named {
  key: string;
  name: string;
  unit: string;
}

/**
 * What a rate of the bureau's own divides, told by names: 隐患整改率 by 隐患整改数 and 隐患数. Null where not exactly one of
 * each is named so, or they are not counted alike.
 */
export function rateParts(rate: Named, others: readonly Named[]): readonly [part: string, whole: string] | null {
  const stem = /^(.+)率$/.exec(rate.name)?.[1];
  const doing = stem && doings.exec(stem)?.[0];
  const matter = doing && stem.slice(0, -doing.length);
  if (!matter) return null;
  const named = (words: readonly string[]) => {
    const found = others.filter(
      ({ key, unit, name }) => key !== rate.key && unit !== '%' && words.includes(name.replace(countWords, '')),
    );
    return found.length === 1 ? found[0]! : null;
  };
  const part = named([stem, `已${doing}${matter}`, `${matter}已${doing}`, `已${doing}的${matter}`]);
  const whole = named([matter, `应${doing}${matter}`, `${matter}应${doing}`, `排查${matter}`, `发现${matter}`]);
  return part && whole && part.unit === whole.unit ? [part.key, whole.key] : null;
}
