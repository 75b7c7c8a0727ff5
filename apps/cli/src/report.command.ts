import { createWriteStream, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@xiaohao/errors';
import { systemActor } from '@xiaohao/org';
import { ReportService, ReportTemplateService, type ReportRequest, type ReportView } from '@xiaohao/reports';
import { dayOption, fileOption, periodOption } from './options.js';
import { withServices } from './services.js';

interface ReportOptions {
  template: string;
  period: string;
  asOf?: string;
  knownAt?: string;
  definitions?: string;
  set?: string[];
  out: string;
  json?: string;
}

/** Builds a report at once: the Word file, and with `--json` what `GET /api/reports/:id` would answer. */
export async function reportCommand(options: ReportOptions): Promise<void> {
  const parameters = parametersOf(options.set ?? []);
  const asOf = options.asOf === undefined ? undefined : dayOption('--as-of', options.asOf);
  const knownAt = options.knownAt === undefined ? undefined : instantOption(options.knownAt);
  const definitions = definitionsOption(options.definitions);
  const period = periodOption(options.period);
  const out = await fileOption('--out', options.out);
  if (options.json) await fileOption('--json', options.json);
  const report = await withServices(async (services) => {
    const [reports, templates] = [services.get(ReportService), services.get(ReportTemplateService)];
    const templateId = await templateOf(templates, options.template, Object.keys(parameters));
    const built = await reports.buildNow(systemActor, { templateId, period, asOf, knownAt, parameters, definitions });
    const { stream } = await reports.document(built.id);
    await pipeline(stream, createWriteStream(out));
    return built;
  });
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(summary(report, out));
}

function summary({ period, asOf, knownAt, figures, checks }: ReportView, out: string): string {
  const known = new Date(knownAt).toISOString();
  const lines = checks.map((check) => `  ${check.severity}  ${check.message}\n`);
  return `${out}：${period}，截至 ${asOf}，按 ${known} 所知，${figures.length} 个数字\n${lines.join('')}`;
}

/** A Word file is taken as a template first; its unknown tags are those that `--set` answers. */
async function templateOf(templates: ReportTemplateService, template: string, freeWords: string[]): Promise<string> {
  if (!template.toLowerCase().endsWith('.docx')) {
    if (existsSync(template))
      throw new AppError('usage', { what: `--template ${template}（应为 .docx 文件或模板代码）` });
    return template;
  }
  const content = await readFile(template).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('notFound', { what: ` ${template}（${error.code}）` }, { cause: error });
  });
  return (await templates.add(systemActor, basename(template), content, { freeWords })).id;
}

function parametersOf(settings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf('=');
      if (at < 1) throw new AppError('usage', { what: `--set ${setting}（应为 key=value）` });
      return [setting.slice(0, at), setting.slice(at + 1)];
    }),
  );
}

function instantOption(value: string): Date {
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime()) || !/^\d{4}-\d{2}-\d{2}T/.test(value)) {
    throw new AppError('usage', { what: `--known-at ${value}（应为 ISO 8601，如 2022-07-01T00:00:00+08:00）` });
  }
  return instant;
}

function definitionsOption(value: string | undefined): ReportRequest['definitions'] {
  if (value === undefined || value === 'then' || value === 'now') return value;
  throw new AppError('usage', { what: `--definitions ${value}（应为 then 或 now）` });
}
