/** Refusals around units, leave, hand-overs and people added from a workbook. */
export const peopleErrors = {
  unitClosed: { status: 409, zh: '单位“{unit}”已经撤销', en: 'The unit {unit} is closed' },
  unitIsBureau: {
    status: 409,
    zh: '“{unit}”是本局，不能{actionLabel}',
    en: '{unit} is the bureau itself: not possible',
  },
  unitIntoItsOwn: {
    status: 409,
    zh: '不能移到或并入该单位自身或其下级单位',
    en: 'Not into the unit itself or one below it',
  },
  unitInUse: {
    status: 409,
    zh: '“{unit}”还有未办结事项 {tickets} 件、在任人员 {people} 人、下级单位 {subUnits} 个，请先处理，或改用“合并”',
    en: '{unit} still has {tickets} open tickets, {people} people and {subUnits} units below it; merge it instead',
  },
  leaveOverlaps: {
    status: 409,
    zh: '该任职 {fromOn} 至 {toOn} 已由{name}代理，请先结束该代理',
    en: '{name} stands in for this post from {fromOn} to {toOn} already; end that first',
  },
  openWork: {
    status: 409,
    zh: '{person}名下还有 {count} 件未办结事项，请先在“系统 → 单位与人员”打开其账号，办理“工作交接”',
    en: '{count} open tickets are in the name of {person}; hand them over first (System → Units and people)',
  },
  successorUnfit: {
    status: 422,
    zh: '{successor}不能承接 {count} 件事项（如 {no}）：{reason}，请为其另选承接人',
    en: '{successor} cannot take over {count} tickets (e.g. {no}): {reason}',
  },
  handOverBusy: {
    status: 409,
    zh: '移交期间事项不断有新的变动，请稍后再试，未作任何改动',
    en: 'Tickets kept changing during the hand-over; nothing was changed, try again',
  },
  peopleImportWrong: {
    status: 422,
    zh: '有 {count} 处问题，没有添加任何人员（如第 {row} 行 {column} 列：{message}）',
    en: '{count} problems, nobody was added (e.g. row {row}, column {column}: {message})',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
