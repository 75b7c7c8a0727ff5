import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { AppError } from '@xiaohao/errors';

/** Exit codes: 0 done, 1 refused or failed (one clear line on stderr), 2 wrong usage. */
const refused = 1;
const wrongUsage = 2;

// Each command loads its own parts when it is called: all of them together take seconds.
const program = new Command('xiaohao').description('销号 Xiaohao：整改与任务台账').exitOverride();

program
  .command('import <file>')
  .description('读取台账；不加 --commit 时只预览，什么也不入库')
  .option('--kind <kind>', 'auto 或事项类型', 'auto')
  .option('--year <year>', '未写年份的日期所属年份')
  .option('--base-date <day>', '相对时限的起算日')
  .option('--source <name>', '来源名称')
  .option('--create-units', '新建台账中未登记的单位')
  .option('--done-is-closed', '“已完成”按已销号入库')
  .option('--json <file>', '预览写入该文件')
  .option('--commit', '入库；有需要处理的行时不入库并返回 1')
  .action(async (file: string, options) =>
    done(await (await import('./import.command.js')).importCommand(file, options)),
  );

program
  .command('learn <report>')
  .description('从往期报告（.docx、.txt）学成 Word 模板')
  .requiredOption('--out <file>', '生成的 Word 模板')
  .option('--json <file>', '各处数字及其候选写入该文件')
  .option('--numbers', '有星号的报告里，数字也作占位')
  .option('--period <period>', '往期报告的报告期（默认从标题、正文、落款得出）')
  .action(async (report: string, options) => (await import('./learn.command.js')).learnCommand(report, options));

program
  .command('report')
  .description('生成报告')
  .requiredOption(
    '--template <template>',
    'half-year、rectification-circular、hazard-statistics、key-task-progress、supervision-bulletin 或 Word 模板文件',
  )
  .requiredOption('--period <period>', '2022、2022H1、2022Q1 或 2022-06')
  .option('--as-of <day>', '统计截至（默认为期末，未到期末的为今天）')
  .option('--known-at <instant>', '按当时所知（默认为现在）')
  .option('--definitions <then|now>', '自定口径按当时（then，默认）或现在（now）的版本')
  .option('--set <key=value...>', '参数')
  .requiredOption('--out <file>', '生成的 Word 文件')
  .option('--json <file>', '数据写入该文件')
  .action(async (options) => (await import('./report.command.js')).reportCommand(options));

program
  .command('remind')
  .description('某日谁会收到什么提醒；发送尚未发送的，除非 --dry-run')
  .requiredOption('--date <day>')
  .option('--dry-run')
  .option('--json <file>')
  .action(async (options) => (await import('./remind.command.js')).remindCommand(options));

program
  .command('verify')
  .description('核验事件链')
  .option('--root <day:hash>', '再与留存的某日校验根核对')
  .action(async (options) => done(await (await import('./verify.command.js')).verifyCommand(options)));

program
  .command('backup <file>')
  .description('备份全部数据和文件')
  .action(async (file: string) => (await import('./backup.command.js')).backupCommand(file));
program
  .command('restore <file>')
  .description('以备份替换全部数据')
  .action(async (file: string) => (await import('./backup.command.js')).restoreCommand(file));

const user = program.command('user').description('账号');
user
  .command('add <name>')
  .description('建立账号')
  .requiredOption('--role <code>')
  .requiredOption('--unit <unit>')
  .option('--name <name>', '姓名（默认同用户名）')
  .option('--email <address>', '收提醒邮件的邮箱')
  .option('--charge <unit...>', '分管领导的分管单位')
  .option('--create-units', '新建未登记的单位：第一个为本局，其余为其科室')
  .action(async (name: string, options) => (await import('./user.command.js')).addUserCommand(name, options));
user
  .command('passwd <name>')
  .description('重置密码')
  .action(async (name: string) => (await import('./user.command.js')).resetPasswordCommand(name));
user
  .command('first')
  .description('还没有任何账号时，给出首次使用的链接')
  .action(async () => (await import('./user.command.js')).firstUseCommand());

program
  .command('migrate', { hidden: true })
  .option('--first-use', 'print the first-use link afterwards where nobody has an account yet')
  .action(async (options) => (await import('./migrate.command.js')).migrateCommand(options));
program.command('demo', { hidden: true }).action(async () => (await import('./demo.command.js')).demoCommand());

function done(well: boolean): void {
  process.exitCode = well ? 0 : refused;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage;
  if (error instanceof AppError) {
    process.stderr.write(`${error.message}\n`);
    return error.code === 'usage' ? wrongUsage : refused;
  }
  const { message, code } = error as NodeJS.ErrnoException;
  process.stderr.write(`${message || code || String(error)}\n`);
  return refused;
}
