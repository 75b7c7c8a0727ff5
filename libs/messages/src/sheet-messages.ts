import type { Label } from './labels.js';

/** Findings of a whole sheet; `{letters}` and `{heading}` name its column, `{count}` is of cells or of rows. */
export const sheetFindingTexts = {
  columnUnknown: [
    '第 {letters} 列“{heading}”没有认出，其内容（{count} 格）作为文字保留；如另有含义，请在列标题上选择',
    'Column {letters} “{heading}” was not understood; its {count} cells are kept as text: choose its meaning if it has one',
  ],
  columnLikely: [
    '第 {letters} 列“{heading}”没有认出，内容（{count} 格）像是“{reading}”，现作为文字保留；是的请在上方点一下，或在列标题上选择',
    'Column {letters} “{heading}” was not understood; its {count} cells look like {reading} and are kept as text: choose it above if they are',
  ],
  fieldUnknown: [
    '“{heading}”（{letters}）没有认出，其内容作为文字保留；如另有含义，请在列标题上选择',
    '“{heading}” ({letters}) was not understood; it is kept as text: choose its meaning if it has one',
  ],
  formCellsUnread: [
    '表里有 {count} 格前面没有栏目名称，没有读入：{cells}；要读入的，请在它左边写明栏目名称',
    '{count} cells of the form stand behind no label and were not read: {cells}; write a label to the left of what is to be kept',
  ],
  columnByContent: [
    '第 {letters} 列“{heading}”（{count} 格）按内容读作“{reading}”；如另有含义，请在列标题上选择',
    'Column {letters} “{heading}” ({count} cells) is read as {reading} by what it says: choose another meaning if it has one',
  ],
  columnAside: [
    '第 {other} 列“{otherHeading}”已取此含义，第 {letters} 列“{heading}”（{count} 格）作为文字保留；如应取此列，请在列标题上选择',
    'Column {other} “{otherHeading}” has this meaning; column {letters} “{heading}” ({count} cells) is kept as text',
  ],
  columnLabelled: [
    '第 {letters} 列“{heading}”按格内的“{labels}”分开读；如不应分开，请在列标题上选择',
    'Column {letters} “{heading}” is read by the labels in its cells: {labels}; choose a meaning for it to read it as one',
  ],
  picturesLeftOut: [
    '第 {letters} 列“{heading}”的图片（{count} 格）不导入，需要的请在事项页作为佐证上传',
    'The pictures in column {letters} “{heading}” ({count} cells) are left out: upload them as evidence',
  ],
  sourceNoRound: [
    '来源“{raw}”按名称不是巡察（巡视）轮次，不作为报告的巡察轮次；是的请在导入页上方写明来源名称（含“巡察”）',
    'By its name the source “{raw}” is no inspection round and no report tells of it as one: name it as one above if it is',
  ],
  sourceByRow: [
    '每行的来源按第 {letters} 列“{heading}”记，共 {count} 个，空白的按表的标题；都是一个来源的，请在列标题上改为“其他”或在导入页上方填写来源名称',
    'Column {letters} “{heading}” is the source of each row, {count} in all: make it text, or give one source above',
  ],
  sourceAsText: [
    '第 {letters} 列“{heading}”作为文字保留，各行的来源都记作“{source}”；要按这一列记来源，请在列标题上选择“来源”',
    'Column {letters} “{heading}” is kept as text, the source of all rows is “{source}”: choose “source” for the column to have it by row',
  ],
  picturesOnSheet: [
    '表上有 {count} 张图片（{rows}）不导入；要作佐证的，请入库后在各事项的页面上传',
    '{count} pictures lie on the sheet ({rows}) and are left out: upload them as evidence on the pages of their tickets',
  ],
  notesUnread: [
    '表上有 {count} 处批注不导入：{notes}；要入库的请写进单元格',
    '{count} notes on cells are not imported: {notes}; write into the cells what is to be kept',
  ],
  fillsUnread: [
    '{count} 格只有底色、没有字（{colours}），底色没有读成状态；底色有含义的，请在格里写明再导入',
    '{count} blank cells are coloured ({colours}), which is read as no status: write in them what the colour means',
  ],
  keptWithOrigin: [
    '{columns}只随原行保存（事项页“导入自”可查），不成为事项的内容，列表、统计、导出里没有',
    '{columns} are kept with the row the ticket came from alone: no list, figure or export has them',
  ],
  titleStandsIn: [
    '没有写明是问题（任务、事项）的一列，取第 {letters} 列“{heading}”作为问题；如应取别列，请在列标题上选择',
    'No column is headed as the problem; column {letters} “{heading}” is taken for it: choose another if it is not',
  ],
  rowsUnread: [
    '第 {rows} 行在表头（第 {header} 行）之上，没有读入；如是另一张表，请分成两个工作表，或指定其表头',
    'Rows {rows} stand above the header in row {header} and were not read: if they are another table, put it on a sheet of its own or point at its header',
  ],
  itemStandsIn: [
    '没有“项”（方面、类别）一列，第 {letters} 列“{heading}”作为项（分组）；如只是标签，请在列标题上改为“其他”',
    'No column of items; column {letters} “{heading}” groups the tickets: make it text if it is a label only',
  ],
  personPost: [
    '第 {letters} 列“{heading}”有 {count} 格在姓名旁边写着职务或单位（如“{raw}”），只读姓名，职务、单位不入库',
    'Column {letters} “{heading}” writes posts or units beside the names in {count} cells (e.g. “{raw}”): the names alone are read',
  ],
  deadlineMissing: [
    '{table}中没有时限一列，{count} 行都没有时限，入库后由归口办公室确定',
    'No column of deadlines: {count} rows have none; to be set by hand',
  ],
  leadUnitMissing: [
    '{table}中没有牵头（责任）单位一列，{count} 行在导入页上方选定牵头单位，或由归口办公室处理',
    'No column of units: choose who leads {count} rows above, or leave them to the coordinating office',
  ],
  statusUnknown: [
    '{table}中没有完成情况一列，{count} 行按整改中入库',
    'No column of progress: {count} rows are imported as in progress',
  ],
  levelFromAbove: [
    '{table}中没有等级一列，按“{raw}”，{count} 行读作“{reading}”；不是的请在台账中加等级一列写明',
    'No column of levels: by “{raw}” {count} rows are read as “{reading}”',
  ],
  countedFromAbove: [
    '{count} 行的时限从表头上方的日期 {reading} 起算；不是的请在导入页上方填写起算日',
    '{count} deadlines are counted from {reading}, the day above the header: give another base day if it is not',
  ],
  sourceShortened: [
    '标题有 {count} 字，来源名称最多 200 字，取“{raw}”；要用别的名称请在导入页上方填写来源名称',
    'The title has {count} signs, a source no more than 200; “{raw}” was taken: give another name above',
  ],
  kindAssumed: [
    '标题和表头都没有写明是哪一类，按“{raw}”读入；不是的请在导入页上方选择类别',
    'Neither title nor headings say what kind it is; read as “{raw}”: choose the kind above if it is another',
  ],
  sourceOfTable: [
    '第 {row} 行以下的表按其标题，来源为“{raw}”；要归到同一来源请在导入页上方填写来源名称',
    'The table below row {row} has a title of its own, the source “{raw}”: give one name above if all belong to it',
  ],
  levelMissing: [
    '{table}中没有等级一列，{count} 行隐患按一般隐患办理；有重大隐患的请在台账中加等级一列写明',
    'No column of levels: {count} hazards are general; add a column if any is major',
  ],
  datedToday: [
    '{table}中没有写填报日期，{count} 行的进展或完成没有日期，按导入当天记；请在表头上方写明“填报日期”',
    '{count} rows tell of work without a day, which is kept under the day of the import: write the day of filling in above the header',
  ],
  immediateByDay: [
    '{table}中 {count} 行写着“{raw}”而另有时限（如第 {row} 行），按时限入库，整改类型为限期整改，原文保留；应按立行立改的，请清空时限',
    '{count} rows say {raw} and have a deadline of their own (as row {row}): they are due on it; clear the deadline where the work is immediate',
  ],
  datedFromAbove: [
    '{table}中没有写填报日期，{count} 行的进展或完成没有日期，按表头上方的日期 {reading} 记；不是的请写明“填报日期”',
    '{count} rows tell of work without a day, kept under {reading}, the day above the header: write the day of filling in if it is another',
  ],
  doneByReview: [
    '{table}中没有完成日期一列，{count} 行已整改的按复查（验收）日期计（如第 {row} 行，{reading}）；另有完成日期的请写明',
    '{count} rows that are done take the day of their review (as row {row}, {reading}): write the day of completion if it is another',
  ],
  assignedToday: [
    '{table}中 {count} 行未启动的没有写交办日期，按导入当天交办；不是这一天的，请写明交办日期',
    '{count} rows that were not begun name no day of assignment and are assigned today: write the day if it is another',
  ],
  measuresUndated: [
    '{table}中 {count} 行的措施已完成而没有写完成日期，按填报日期记，没有填报日期的按导入当天记；逾期与否以此为准，不是这一天的请写明完成日期',
    'Measures of {count} rows are done without a day and kept under the day of filling in, or of the import: write the day if it is another',
  ],
  itemFromAbove: [
    '{table}中 {count} 行的类别（项）是空白的，沿用上面的（如第 {row} 行，“{reading}”）；不是这一类的请写明',
    'The category of {count} rows is blank, the one above was taken (row {row}: “{reading}”): write it if it is another',
  ],
  labelsAbove: [
    '{table}中 {count} 行上面有分段说明（如第 {row} 行上面的“{reading}”），作为类别保留，其中的单位、日期没有读入各行；请在各行写明',
    'Above {count} rows stand labels (row {row}: “{reading}”), kept as their category; units and days in them were not taken: write them into the rows',
  ],
  labelsTaken: [
    '{places}写在各行之上的话（如“{raw}”）读入其下 {count} 行：{labels}；行内另有写明的以行内为准{else}',
    '“{raw}” in {places} stands above the rows and was taken into the {count} below: {labels}; where a row says otherwise the row holds{else}',
  ],
  outcomeInText: [
    '有 {count} 行的进展里写着成果（如第 {row} 行，{reading}），作为文字保留，不直接登记；入库后在事项页“成果”里核对，点“登记”即可',
    'The progress of {count} rows tells of outcomes (row {row}: {reading}): kept as text; look at them on the page of the ticket and register them there',
  ],
  statusFromText: [
    '有 {count} 行的状态由进展文字读出（如第 {row} 行“{reading}”），读作“整改中”；其中整件已完成的请写“已完成”',
    'The status of {count} rows is read from the steps they tell (row {row}: “{reading}”), as 整改中: write 已完成 where all is done',
  ],
  levelBlank: [
    '“{heading}”一列有 {count} 行没有写，按一般隐患办理；是重大隐患的请写明',
    '“{heading}” is blank in {count} rows: these hazards are general; write it where one is major',
  ],
  immediateCounted: [
    '{table}中没有发现（反馈、交办）日期一列，{count} 行立行立改从反馈（起算）日期 {raw} 起 5 个工作日计',
    'No column of discovery: {count} rows of immediate work are due five working days from {raw}, the day of the feedback',
  ],
  immediateDays: [
    '{table}中 {count} 行立行立改从本行的交办（发现）日期起 5 个工作日计（如第 {row} 行从 {reading} 起）；另有时限的请写明日期',
    '{count} rows of immediate work are due five working days from their own day (row {row}: from {reading}): write the day if it is another',
  ],
  raisedOnAssumed: [
    '{table}中没有发现（反馈、交办）日期一列，{count} 行按 {reading} 计；不是这一天的，请在导入页上方填写起算日',
    'No column of discovery: {count} rows are taken as of {reading}; if that is wrong give the day to count from above',
  ],
  doneBeforeAssumed: [
    '{table}中没有发现（反馈、交办）日期一列，{count} 行的完成（填报）日期早于推定的发现日期（如第 {row} 行，{reading}）；请在导入页上方填写起算日',
    'No column of discovery: {count} rows tell of a day before the assumed one (row {row}: {reading}); give the day to count from above',
  ],
  deadlineBeforeAssumed: [
    '{table}中没有发现（反馈、交办）日期一列，{count} 行的时限早于推定的发现日期（如第 {row} 行，{reading}）；请在导入页上方填写起算日',
    'No column of discovery: the deadlines of {count} rows lie before the assumed day (row {row}: {reading}); give the day to count from above',
  ],
  closedOnAssumed: [
    '{table}中没有销号日期一列，{count} 行已销号的按 {reading} 计',
    'No column of closing: {count} rows struck off are taken as of {reading}',
  ],
  settledUndated: [
    '{table}中没有办结日期一列，{count} 行已办结的读作“已完成（待验收）”',
    'No column of the end: {count} rows said to have ended are read as done, not verified',
  ],
} as const satisfies Record<string, Label>;

/** The table a finding speaks of: the only one of its sheet, or the one below a row. */
export const sheetTableWords = {
  only: ['表', 'the table'],
  below: ['第 {row} 行以下的表', 'the table below row {row}'],
} as const satisfies Record<string, Label>;

/** What of a column is kept with the row it stood in alone. */
export const sheetFateWords = {
  column: ['第 {letters} 列“{heading}”（{count} 格）', 'column {letters} “{heading}” ({count} cells)'],
  more: ['等', ' and more'],
} as const satisfies Record<string, Label>;

/** What a column without a heading of its own is called. */
export const sheetColumnWords = {
  unheaded: ['第 {letters} 列（无标题）', 'Column {letters} (no heading)'],
  shared: ['{head}（{letters} 列）', '{head} (column {letters})'],
} as const satisfies Record<string, Label>;

/** What became of a label above rows. */
/** What a remark says of the deadline and of those who answer, beside what the row's own cells say. */
export const remarkWords = {
  due: ['期限 {day}，本行时限读作 {own}', 'due on {day}, the row is due on {own}'],
  dueAlone: ['期限 {day}，本行没有时限', 'due on {day}, the row has no deadline'],
  unit: ['责任单位为“{to}”，本行读作“{own}”', '{to} answers for it, the row says {own}'],
  person: ['责任人为“{to}”，本行读作“{own}”', '{to} answers for it, the row says {own}'],
  gone: ['责任人已变动，本行读作“{own}”', 'who answered is there no longer, the row says {own}'],
  nobody: ['空', 'nobody'],
} as const satisfies Record<string, Label>;

export const sheetLabelWords = {
  taken: ['“{label}”作为{meaning}', '“{label}” as {meaning}'],
  kept: ['“{label}”作为文字保留', '“{label}” kept as text'],
  /** Only while one is taken for anything. */
  else: ['，不应读入的请在列标题上改为“其他”', '; make it text if it should not be taken'],
  more: ['等', ' and more'],
} as const satisfies Record<string, Label>;

/** What lies on a sheet beside its texts. */
export const sheetLookWords = {
  rows: ['第 {rows} 行', 'rows {rows}'],
  moreRows: [' 行等', ' and more'],
  moreNotes: [' 等', ' and more'],
  elsewhere: ['不在各行上', 'at no row'],
  red: ['红', 'red'],
  yellow: ['黄', 'yellow'],
  green: ['绿', 'green'],
} as const satisfies Record<string, Label>;

/** Why a sheet was read or left out. */
export const sheetTexts = {
  ledger: ['第 {rows} 行为表头，识别出 {count} 列', 'Header in row {rows}, {count} columns recognised'],
  otherKind: ['；按“{chosen}”读取，看起来更像“{other}”', '; read as {chosen}, looks like {other}'],
  form: ['单张登记表，一表一事，识别出 {count} 项', 'A form of one ticket, {count} fields recognised'],
  hidden: ['隐藏的工作表', 'Hidden sheet'],
  empty: ['空表', 'Empty sheet'],
  explaining: ['说明、目录或选项表', 'Instructions, index or code list'],
  statistics: ['统计汇总表，不是逐条台账', 'Statistics, not a list'],
  noHeader: ['没有找到表头', 'No recognisable header'],
  noTitle: ['没有问题（任务）一列', 'No column with problems or tasks'],
  noRows: ['表头以下没有内容', 'Nothing below the header'],
  leftOut: ['按您的选择不读', 'Left out as you chose'],
} as const satisfies Record<string, Label>;
