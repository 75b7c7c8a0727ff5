import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { jobRow, type JobName, type JobPayload } from './job-table.js';

/** The payload as an instance of its class; throws naming each wrong or unknown field. */
export function checkPayload<Name extends JobName>(name: Name, payload: unknown): JobPayload<Name> {
  const instance = plainToInstance(jobRow(name).payload, payload) as JobPayload<Name>;
  const problems = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (problems.length === 0) return instance;
  const reasons = problems.flatMap(({ constraints }) => Object.values(constraints ?? {}));
  throw new TypeError(`Payload of ${name}: ${reasons.join('; ')}`);
}
