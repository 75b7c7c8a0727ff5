import { fileErrors } from './file-errors.js';
import { peopleErrors } from './people-errors.js';

/**
 * Every refusal the product can utter. The code is stable (clients rely on it), the status is HTTP's,
 * `{name}` in a text is filled from the details of the error.
 */
export const errorTable = {
  ...peopleErrors,
  ...fileErrors,
  // 400: the call itself is malformed
  malformed: { status: 400, zh: '请求格式不正确：{what}', en: 'Malformed request: {what}' },
  // 401, 403
  notSignedIn: { status: 401, zh: '请先登录', en: 'Please sign in' },
  wrongCredentials: { status: 401, zh: '用户名或密码不正确', en: 'Wrong username or password' },
  oidcRefused: {
    status: 401,
    zh: '{name}登录没有成功，请重新登录',
    en: 'Signing in through {name} failed, try again',
  },
  oidcNoAccount: {
    status: 403,
    zh: '{name}中的您在本系统没有可用的账号，请联系管理员',
    en: 'You have no account here that is known to {name}; ask the administrator',
  },
  oidcAway: {
    status: 503,
    zh: '{name}暂时不可用，请稍后再试，或用密码登录',
    en: '{name} is not available; try later, or sign in by password',
  },
  passwordSignInOff: {
    status: 403,
    zh: '已停用密码登录，请用{name}登录',
    en: 'Passwords are for administrators only; sign in through {name}',
  },
  tokenWrong: {
    status: 401,
    zh: '访问令牌不正确、已过期或已撤销',
    en: 'The access token is wrong, expired or revoked',
  },
  tokenReadOnly: { status: 403, zh: '该访问令牌只能读取', en: 'This access token may only read' },
  notForTokens: { status: 403, zh: '访问令牌不能用于此项操作，请登录后办理', en: 'Not for access tokens; sign in' },
  passwordChangeRequired: { status: 403, zh: '首次登录请先修改密码', en: 'Change your password first' },
  forbidden: { status: 403, zh: '您没有此项权限', en: 'You may not do this' },
  firstUseCodeWrong: {
    status: 403,
    zh: '首次使用的链接不正确或已失效，请使用程序最近一次启动时显示的链接',
    en: 'The first-use link is wrong or no longer valid; use the one printed at the latest start',
  },
  foreignOrigin: { status: 403, zh: '请求来自其他网站，已拒绝', en: 'Request from a foreign origin refused' },
  demoAccountOffLoopback: {
    status: 403,
    zh: '演示账号只能在本机使用',
    en: 'Demo accounts are refused when the server listens beyond this machine',
  },
  // 404: also for what the caller may not see
  notFound: { status: 404, zh: '没有找到{what}', en: '{what} not found' },
  // 409: stale, or not possible now
  stale: {
    status: 409,
    zh: '该内容刚被他人修改，请核对最新内容后再试',
    en: 'Changed by somebody else meanwhile; look at the present state and try again',
  },
  firstUseOver: {
    status: 409,
    zh: '已有账号，首次使用已经完成，请直接登录',
    en: 'There are accounts already: first use is over, please sign in',
  },
  lastAdministrator: {
    status: 409,
    zh: '这是最后一名系统管理员，请先让另一人担任系统管理员',
    en: 'This is the last administrator; make somebody else one first',
  },
  actionNotPossible: {
    status: 409,
    zh: '当前状态为“{statusLabel}”，不能{actionLabel}',
    en: 'Not possible in status {status}: {action}',
  },
  alreadyCommitted: { status: 409, zh: '该导入已经入库', en: 'This import is already committed' },
  importNotReady: { status: 409, zh: '文件还在读取，请稍候', en: 'The file is still being read' },
  importUndone: { status: 409, zh: '该导入已经撤销', en: 'This import has been undone' },
  importNotUnderWay: { status: 409, zh: '没有正在进行的读取或入库', en: 'Nothing of this import is under way' },
  importCancelled: { status: 409, zh: '已按您的要求停止', en: 'Stopped as you asked' },
  importFailed: { status: 409, zh: '文件没有读成，不能入库', en: 'The file could not be read' },
  importTouched: {
    status: 409,
    zh: '已有 {count} 件事项在导入后办理过（如 {no}），不能撤销本次导入',
    en: '{count} tickets have been worked on since (e.g. {no}); the import cannot be undone',
  },
  importKnownMeanwhile: {
    status: 409,
    zh: '第 {row} 行在核对期间已由他人导入（{no}），请核对后再入库',
    en: 'Row {row} was imported by somebody else meanwhile ({no}); look again before committing',
  },
  importTicketChanged: {
    status: 409,
    zh: '核对期间 {no} 的{fieldLabel}已有变动（第 {row} 行），请重新核对后再入库',
    en: '{no} was changed since it was looked at ({fieldLabel}, row {row}); look again before committing',
  },
  importUnitChanged: {
    status: 409,
    zh: '第 {row} 行的单位“{unit}”在核对期间有变动，对应的单位与预览不同，请重新核对后再入库',
    en: 'The unit “{unit}” of row {row} means another one than it did when it was looked at; look again before committing',
  },
  importKindOfOthers: {
    status: 403,
    zh: '“{what}”不由您登记：请在上方“类型”改选您负责的类型，核对后再入库，或请归口办公室导入',
    en: '“{what}” is not yours to register: choose a kind of yours above, or ask the office that keeps it',
  },
  importNeedsAttention: {
    status: 409,
    zh: '还有 {count} 行需要处理，处理后才能入库（如第 {row} 行：{message}）',
    en: '{count} rows need attention before commit (e.g. row {row}: {message})',
  },
  reportFinalized: { status: 409, zh: '报告已定稿，不能再改', en: 'The report is final' },
  reportSubmitted: {
    status: 409,
    zh: '报告已送审，请先撤回送审（或由局长退回）再改',
    en: 'The report is submitted; recall it first, or have it returned',
  },
  reportNotSubmitted: {
    status: 409,
    zh: '报告已退回或已撤回送审，请办公室重新送审后再定稿',
    en: 'The report was returned or recalled; it is submitted anew before it is finalised',
  },
  reportNotFinal: { status: 409, zh: '报告还没有定稿，不必作废', en: 'The report is not final' },
  reportWithdrawn: { status: 409, zh: '报告已经作废', en: 'The report is withdrawn already' },
  figureIsParameter: {
    status: 422,
    zh: '参数请在全局参数或新建报告时填写',
    en: 'A parameter is set with the bureau or with the request',
  },
  findingExcused: { status: 409, zh: '这条问题已有说明，请先撤回', en: 'The finding is excused already' },
  reportNotReady: { status: 409, zh: '报告还在生成，请稍候', en: 'The report is still being built' },
  deadlineRuleNeeded: {
    status: 409,
    zh: '各类事项通用的规则只能修改或停用，不能结束',
    en: 'A rule of all kinds can be edited or switched off, not ended',
  },
  campaignInUse: {
    status: 409,
    zh: '该专项行动下已有事项，不能删除',
    en: 'Tickets belong to this campaign; it cannot be removed',
  },
  tooManyTokens: {
    status: 409,
    zh: '最多同时有 {limit} 个有效令牌，请先撤销不用的',
    en: 'No more than {limit} tokens at a time; revoke one first',
  },
  submissionUnanswered: {
    status: 409,
    zh: '这一内容刚才已经提交，结果尚未确定，请刷新后核对，不要重复提交',
    en: 'Submitted before under this key and not answered yet; look before sending it again',
  },
  templateBuiltIn: {
    status: 409,
    zh: '“{name}”是系统自带的模板，不能改名或删除',
    en: '“{name}” is built in; it can be neither renamed nor removed',
  },
  templateArchived: {
    status: 409,
    zh: '模板“{name}”已删除，不能用来新建报告；需要时请先在“报告 → 模板”里恢复',
    en: 'The template “{name}” was removed; restore it before building with it',
  },
  duplicate: { status: 409, zh: '{what}已存在', en: '{what} exists already' },
  extensionPending: { status: 409, zh: '已有一条延期申请等待裁定', en: 'An extension request is already pending' },
  extensionNotPending: { status: 409, zh: '没有等待裁定的延期申请', en: 'No extension request is pending' },
  cancelPending: {
    status: 409,
    zh: '已申请撤销，待分管领导裁定前不能{actionLabel}',
    en: 'Asked to be cancelled; nothing else is possible until that is decided',
  },
  // 403 by duty: the flow names who may act
  notYourDuty: {
    status: 403,
    zh: '“{actionLabel}”应由{dutyLabel}办理',
    en: '{action} is the duty of {duty}',
  },
  submitterMayNotReview: {
    status: 403,
    zh: '报结人不得审核或验收本人报结的事项',
    en: 'Whoever submitted may neither review nor accept',
  },
  handlerMayNotAccept: {
    status: 403,
    zh: '承办人不得验收本人办理的事项',
    en: 'The handler may not accept their own work',
  },
  requesterMayNotConfirm: {
    status: 403,
    zh: '申请人不得裁定本人提出的撤销申请',
    en: 'Whoever asked to cancel may not decide it',
  },
  requesterMayNotGrant: {
    status: 403,
    zh: '申请人不得裁定本人提出的延期申请',
    en: 'Whoever asked for more time may not decide it',
  },
  dayOff: { status: 409, zh: '今天是休息日，不发催办；请在工作日再催', en: 'Nobody is reminded on a day off' },
  ruleOff: { status: 409, zh: '“催报”规则已停用，请先在催办规则中启用', en: 'The rule for urging is switched off' },
  filingOwn: {
    status: 403,
    zh: '不能审定或退回本人填报、提交的数，请由他人办理',
    en: 'Whoever filed or submitted a figure may not decide on it',
  },
  inspectorTookPart: {
    status: 403,
    zh: '承办人或报结人不得检查本人办理的事项',
    en: 'Whoever handled or submitted a ticket may not look back at it',
  },
  // 413
  fileTooLarge: { status: 413, zh: '文件过大，上限 {limit}', en: 'File too large, the limit is {limit}' },
  // 422: an input is missing or wrong
  inputMissing: { status: 422, zh: '请填写{fieldLabel}', en: 'Missing: {field}' },
  inputWrong: { status: 422, zh: '{fieldLabel}不正确：{reason}', en: '{field} is wrong: {reason}' },
  unitNameTooLong: {
    status: 422,
    zh: '第 {line} 行的名称过长，最多 {limit} 个字：{name}',
    en: 'Line {line}: the name is longer than {limit} characters: {name}',
  },
  unitNameIsBureau: {
    status: 422,
    zh: '第 {line} 行“{name}”就是本局，不必列为科室',
    en: 'Line {line}: {name} is the bureau itself',
  },
  tooManyUnits: {
    status: 422,
    zh: '科室最多 {limit} 个，从第 {line} 行起放不下',
    en: 'No more than {limit} sections; line {line} is beyond that',
  },
  evidenceMissing: { status: 422, zh: '报结须至少有一份佐证材料', en: 'At least one piece of evidence is needed' },
  measuresUndone: {
    status: 422,
    zh: '还有 {count} 条整改措施未完成，请完成或逐条说明原因',
    en: '{count} measures are neither done nor explained',
  },
  onSiteMissing: {
    status: 422,
    zh: '重大隐患销号前须由安委办上传现场复查记录',
    en: 'A major hazard needs an on-site record by the safety office first',
  },
  childrenOpen: {
    status: 409,
    zh: '还有子任务没有办结，不能报结',
    en: 'Sub-tasks are still open',
  },
  noticeNotOver: {
    status: 422,
    zh: '公示至 {until}，公示期满后才能销号',
    en: 'The public notice runs until {until}; strike off afterwards',
  },
  submissionOther: {
    status: 422,
    zh: '同一提交编号（Idempotency-Key）已用于别的内容',
    en: 'This Idempotency-Key stands for something else already',
  },
  weakPassword: { status: 422, zh: '密码太弱：{reason}', en: 'Password too weak: {weakness}' },
  passwordUnchanged: { status: 422, zh: '新密码不能与原密码相同', en: 'The new password is the old one' },
  oldPasswordWrong: { status: 422, zh: '原密码不正确', en: 'The old password is wrong' },
  // 429
  tooManyFailures: {
    status: 429,
    zh: '密码错误次数过多，请 {minutes} 分钟后再试',
    en: 'Too many failures, try again in {minutes} minutes',
  },
  // reports
  reportFailed: { status: 422, zh: '报告没有生成：{reason}', en: 'The report was not built: {reason}' },
  pdfNotReady: { status: 409, zh: 'PDF 还没有生成，请先点“生成 PDF”', en: 'The PDF is not made yet; order it first' },
  learningFailed: { status: 422, zh: '往期报告没有读完：{reason}', en: 'The former report was not read: {reason}' },
  templateUnread: { status: 422, zh: '模板没有读完：{reason}', en: 'The template was not read: {reason}' },
  pdfFailed: { status: 422, zh: 'PDF 没有生成：{reason}', en: 'The PDF was not made: {reason}' },
  fontMissing: {
    status: 503,
    zh: '服务器没有中文字体，不能生成 PDF；请管理员安装中文字体（Debian：fonts-noto-cjk；Windows：仿宋、黑体、楷体、宋体），或下载 Word、用浏览器打印成 PDF',
    en: 'The server has no Chinese font (Debian: fonts-noto-cjk); take the Word file, or print the page as PDF',
  },
  longWriteRunning: {
    status: 409,
    zh: '另有写入正在进行，暂不能确定数据截止时刻，请稍后再试',
    en: 'A long write is running; the instant of knowledge cannot be settled yet, try again',
  },
  // server side
  secretMissing: {
    status: 503,
    zh: '没有配置加密密钥（XIAOHAO_SECRET），举报人信息未保存',
    en: 'XIAOHAO_SECRET is not configured; nothing was stored',
  },
  sealBroken: {
    status: 503,
    zh: '举报人信息无法解密：密钥与录入时不同，或内容被改动',
    en: 'The reporter cannot be read: another secret, or altered content',
  },
  databaseGone: { status: 503, zh: '数据库暂时不可用，请稍后再试', en: 'Database unavailable' },
  internal: { status: 500, zh: '系统出错，已记录（编号 {requestId}）', en: 'Internal error, recorded as {requestId}' },
  backupDamaged: {
    status: 422,
    zh: '备份文件不完整或已损坏：{what}',
    en: 'The backup is incomplete or damaged: {what}',
  },
  backupOtherVersion: {
    status: 409,
    zh: '备份来自另一版本（{theirs}），当前为 {ours}；请先用同一版本恢复，再升级',
    en: 'The backup is of another version ({theirs}, here {ours}); restore with that version, then upgrade',
  },
  deliveriesPending: {
    status: 503,
    zh: '还有 {count} 封邮件未发出，稍后自动重试（{reason}）',
    en: '{count} mails are not sent yet and will be tried again ({reason})',
  },
  // start-up and command line
  configurationWrong: { status: 500, zh: '配置有误：{what}', en: 'Wrong configuration: {what}' },
  usage: { status: 400, zh: '用法不对：{what}', en: 'Wrong usage: {what}' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ErrorCode = keyof typeof errorTable;
