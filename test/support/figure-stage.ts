import type { CountRule, Day } from '@xiaohao/domain';
import { writeOfficialDocument } from '@xiaohao/documents';
import { FigureDefinitionService, type FigureDraft, type PreviewRequest } from '@xiaohao/reports';
import { Clock } from '@xiaohao/calendar';
import { openReportStage, type ReportStage } from './report-stage.js';

/** The stage of reports with the definitions of figures. */
export interface FigureStage extends ReportStage {
  definitions: FigureDefinitionService;
  /** A rule tried out by the office, over 2026H1. */
  tried(
    rule: Partial<CountRule>,
    request?: Partial<PreviewRequest>,
    who?: string,
  ): ReturnType<FigureDefinitionService['preview']>;
}

export async function openFigureStage(today: Day): Promise<FigureStage> {
  const stage = await openReportStage(today);
  const definitions = new FigureDefinitionService(stage.db, new Clock({ today }));
  return {
    ...stage,
    definitions,
    async tried(rule, request = {}, who = 'office') {
      const full: CountRule = { scope: 'period', counts: 'tickets', ...rule };
      const isFlow = full.scope === 'period' && full.dated !== undefined;
      const draft = {
        unit: '件',
        nature: isFlow ? ('flow' as const) : ('stock' as const),
        definition: { rules: [full] },
      };
      return definitions.preview(
        await stage.actor(who),
        { draft, period: '2026H1', ...request },
        { limit: 200, after: null },
      );
    },
  };
}

export const draftOf = (rule: Partial<CountRule>, facts: Partial<FigureDraft> = {}): FigureDraft => ({
  name: '科室重大隐患数',
  unit: '条',
  nature: 'flow',
  group: 'safety',
  definition: { rules: [{ scope: 'period', counts: 'tickets', dated: 'raised', ...rule }] },
  ...facts,
});

/** A Word template of these paragraphs. */
export const templateOf = (...paragraphs: string[]): Promise<Buffer> =>
  writeOfficialDocument(
    { title: '报告', blocks: paragraphs.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })) },
    new Date(0),
  );
