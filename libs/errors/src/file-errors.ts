/** Refusals of files: what kind they are, whether they are safe to read, what is wrong with a template. */
export const fileErrors = {
  // files
  fileMissing: { status: 422, zh: '请选择文件', en: 'A file is needed' },
  // files that are read: kind, safety, size
  fileNotWorkbook: {
    status: 422,
    zh: '这不是可读取的表格文件，请上传 .xlsx 或 .csv',
    en: 'Not a readable workbook; upload .xlsx or .csv',
  },
  tooManyPlaces: {
    status: 422,
    zh: '这份文件里有 {limit} 处以上的数字，不像一份工作报告，请只上传报告正文',
    en: 'More than {limit} numbers: this hardly is a report; upload its text alone',
  },
  documentTooLarge: {
    status: 422,
    zh: '文档过大：{what}超过上限 {limit}，请删减或拆成几份后再上传',
    en: 'Document too large: {what} is beyond {limit}; upload the text of the report alone',
  },
  documentReachesOutside: {
    status: 422,
    zh: '文档{place}含有会读取或运行文件以外内容的{what}，请选中该处后按 Ctrl+Shift+F9 转为普通文字（嵌入的文档请删除），再上传',
    en: 'The document reaches outside itself ({place} {what}): unlink the field or remove it, then upload again',
  },
  fileNotDocument: {
    status: 422,
    zh: '这不是可读取的 Word 文件，请上传 .docx',
    en: 'Not a readable document; upload .docx',
  },
  documentPdf: {
    status: 422,
    zh: '这是 PDF 文件，不能作模板：请上传原来的 Word 文件（.docx）；只有扫描件的，请先识别成文字、另存为 .docx 或 .txt',
    en: 'A PDF is no template: upload the Word file (.docx) it came from; a scan has to be recognised as text first',
  },
  fileEncrypted: {
    status: 422,
    zh: '文件已加密，请去掉密码后再上传',
    en: 'The file is encrypted; remove its password and upload again',
  },
  legacyExcel: {
    status: 422,
    zh: '这是旧格式表格（.xls、.et），请用 WPS 或 Excel 另存为 .xlsx 后再上传',
    en: 'Old binary workbook (.xls, .et); save it as .xlsx and upload again',
  },
  legacyWord: {
    status: 422,
    zh: '这是旧格式文档（.doc、.wps），请用 WPS 或 Word 另存为 .docx 后再上传',
    en: 'Old binary document (.doc, .wps); save it as .docx and upload again',
  },
  workbookMacro: {
    status: 422,
    zh: '表格含有宏，请另存为不含宏的 .xlsx 后再上传',
    en: 'The workbook holds macros; save it as .xlsx without them',
  },
  documentMacro: {
    status: 422,
    zh: '文档含有宏，请另存为不含宏的 .docx 后再上传',
    en: 'The document holds macros; save it as .docx without them',
  },
  archiveBomb: {
    status: 422,
    zh: '文件展开后异常庞大，已拒绝读取（{what}）',
    en: 'The file unpacks to an abnormal size and was refused ({what})',
  },
  archiveBroken: {
    status: 422,
    zh: '文件已损坏，无法读取（{part}）',
    en: 'The file is damaged and cannot be read ({part})',
  },
  documentTypeForbidden: {
    status: 422,
    zh: '文件内含不允许的声明（DOCTYPE），已拒绝读取（{part}）',
    en: 'The file holds a document type declaration and was refused ({part})',
  },
  noHeader: {
    status: 422,
    zh: '没有找到可识别的表头，请检查列标题，或指定表头所在行。前几行为：{head}',
    en: 'No recognisable header. The first rows are: {head}',
  },
  ledgerUnread: {
    status: 422,
    zh: '“{file}”没有读完：{reason}。请删去与台账无关的工作表、空行空列和图片，或拆成几份分别导入；仍读不完请联系管理员',
    en: '{file} was not read to its end ({reason}); take out sheets, rows and pictures that are no part of the ledger, or split it',
  },
  workbookTooLarge: {
    status: 422,
    zh: '表格过大：{place} 处超出上限 {limit}',
    en: 'Workbook too large: the limit of {limit} is passed at {place}',
  },
  // Word templates: which tag, in which paragraph
  templateTagUnknown: {
    status: 422,
    zh: '模板第 {paragraph} 段的标签 {tag} 没有对应的指标或参数',
    en: 'Template paragraph {paragraph}: nothing is known by the tag {tag}',
  },
  templateTagUnbalanced: {
    status: 422,
    zh: '模板第 {paragraph} 段的 {tag} 没有成对出现，或首尾不在同一处',
    en: 'Template paragraph {paragraph}: {tag} is not matched by its counterpart in the same place',
  },
  templateTagSplit: {
    status: 422,
    zh: '模板第 {paragraph} 段的标签 {tag} 跨行或跨段，请写在同一行内',
    en: 'Template paragraph {paragraph}: the tag {tag} runs over lines or paragraphs',
  },
  templateTagBroken: {
    status: 422,
    zh: '模板第 {paragraph} 段的标签 {tag} 写法不对',
    en: 'Template paragraph {paragraph}: the tag {tag} is malformed',
  },
  // files that wait to be read
  busyWithYours: {
    status: 429,
    zh: '您上传的另一份文件还在读取，请等它读完再试',
    en: 'Another file of yours is still being read; try again when it is done',
  },
  busy: {
    status: 503,
    zh: '排队等待读取的文件太多，请稍后再试',
    en: 'Too many files wait to be read; try again later',
  },
  fileAltered: {
    status: 500,
    zh: '文件“{name}”与入库时不一致，请从备份恢复',
    en: 'File {name} is not what was stored',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
