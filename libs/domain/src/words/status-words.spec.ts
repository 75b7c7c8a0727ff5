import { readStatusWords, type StatusWords } from './status-words.js';

/** Cells by what they say, parted by ¦. */
const samples: Readonly<Record<string, string>> = {
  completed: `
    √ ¦ ✓ ¦ 是 ¦ 已整改 ¦ 已完成 ¦ 整改完成 ¦ 完成 ¦ 100% ¦ １００％ ¦ 已完成整改 ¦ 已整改到位 ¦ 整改到位 ¦ 已全部完成 ¦ 全部完成
    已整改完成 ¦ 已完成。 ¦ 已 完 成 ¦ 已落实 ¦ 已解决 ¦ 完成整改 ¦ 已改正 ¦ 已按期完成 ¦ 均已整改 ¦ 该问题已整改到位
    已全部谈话。 ¦ 已全部约谈 ¦ 已全部公开 ¦ 已完成，并长期坚持 ¦ 已整改，待验收 ¦ 已完成。下一步将加强管理 ¦ 已完成整改，正在申请销号 ¦ 已完成（5月20日） ¦ 已整改完毕
    已制定《值班制度》，组织学习2次，已整改到位 ¦ 修订完善制度3项；已全部完成整改。 ¦ 当场已整改 ¦ 已按要求整改到位 ¦ 已整改未销号 ¦ 已完成待验收 ¦ 已完成整改，待验收销号 ¦ 已立行立改 ¦ 组织补谈22人次。整改完成，上报佐证材料。 ¦ 起草办法；征求意见；整改完成，已报县委巡察办 ¦ 已建立讨论制度，整改完成，待巡察办审核。 ¦ 整改完成率100% ¦ 已完成年度任务 ¦ 如期完成 ¦ 已按要求更换灭火器，已整改完成
    √已完成 ¦ √ 6.9已挪 ¦ 已清淤完成 ¦ 已安装到位 ¦ 已更换 ¦ 完成√ ¦ 任务已完成100% ¦ 已建成并投入使用 ¦ 已完成整改，但尚未验收
    已退还 ¦ 已足额缴纳 ¦ 已补签 ¦ 已更正 ¦ 已清零 ¦ 已妥善解决 ¦ 已得到解决 ¦ 隐患已排除 ¦ 5处隐患全部整改到位 ¦ 已整改，防止反弹
    已完成，无反弹 ¦ 因责任不清曾退回重新整改，现已整改到位`,
  closed: `
    已销号 ¦ 复查合格 ¦ 验收合格 ¦ 已摘牌 ¦ 摘牌 ¦ 销号 ¦ 已验收合格 ¦ 已通过验收 ¦ 经复查合格 ¦ 复查通过 ¦ 全部销号 ¦ 已全部销号
    已整改完成，验收合格 ¦ 2021年6月20日整改完成，经复查合格，已销号 ¦ 5处隐患已全部整改并全部销号 ¦ 予以销号 ¦ 同意销号
    已办结（2021年6月30日） ¦ 已办结 2021.6.30 ¦ 办结，6月30日 ¦ 8月11日已办结 ¦ 已于8月11日办结 ¦ 经现场复查，复查结果：合格
    已核销 ¦ 已通过区安委办验收 ¦ 已通过市级验收并销号
    已整改。6月15日复查合格 ¦ 6月12日复查：已检验合格 ¦ 已完成（验收合格） ¦ 2021年6月已完成整改并通过验收 ¦ 复查合格，予以销号`,
  settled: '已回复办结 ¦ 已办结 ¦ 已结案 ¦ 办结 ¦ 已办结。 ¦ 已闭环',
  in_progress: `
    整改中 ¦ 正在推进 ¦ 办理中 ¦ 正在整改 ¦ 1% ¦ 50% ¦ 99% ¦ 已完成80% ¦ 进度60% ¦ 推进中 ¦ 正在组织实施
    已销号3处 ¦ 3处已销号，其余正在整改 ¦ 部分已销号 ¦ 待验收合格后销号 ¦ 验收合格率80% ¦ 验收不合格 ¦ 已完成3项，剩余2项正在推进
    已完成方案制定，正在组织实施 ¦ 未完成，正在协调资金 ¦ 已制定方案 ¦ 部分完成 ¦ 已召开专题会议研究 ¦ 持续推进 ¦ 部分尚未启动
    正在准备销号材料 ¦ 拟于6月底销号 ¦ 5处隐患已销号4处 ¦ 已完成部分整改 ¦ 已整改3处，尚有1处未整改 ¦ 正在推进，将于6月底前完成 ¦ 已整改3处
    暂缓销号 ¦ 缓销号 ¦ 取消销号 ¦ 撤销销号 ¦ 若验收合格则销号 ¦ 预验收合格 ¦ 材料验收合格 ¦ 隐蔽工程验收合格 ¦ 已取得消防验收合格证
    已销号，后反弹 ¦ 销号后反弹 ¦ 原已销号，现重新启动 ¦ 已办结，退回重办 ¦ 已办结，群众不满意，重新办理 ¦ 已整改但反弹 ¦ 已完成，但效果不佳需再整改
    已整改，经复查不合格 ¦ 已完成整改，但又出现新问题 ¦ 已完成整改，现因道路施工重新开挖 ¦ 已要求立即整改到位 ¦ 已近完成 ¦ 需整改12处，已整改10处
    1.已完成；2.正在制定方案 ¦ √已订货，待安装 ¦ 未按时完成 ¦ 完成50%左右 ¦ 建立整改台账 ¦ 已完成制度修订 ¦ 已移交城管局 ¦ 征求意见稿已完成 ¦ 第一阶段已完成 ¦ 已招标完成 ¦ 已全部启动 ¦ 已全部摸底 ¦ 正在整改，拟申请销号 ¦ 部分已整改，其余申请销号 ¦ 材料准备中，申请销号 ¦ 已更换部分灯具 ¦ 未安装到位`,
  not_started:
    '至今未启动 ¦ 未着手 ¦ 一直未整改 ¦ 至今未整改 ¦ 未启动 ¦ 尚未启动 ¦ 0% ¦ 未开展 ¦ 尚未开展 ¦ 未开始 ¦ 暂未启动 ¦ 未实施 ¦ 未整改，等资金 ¦ 未整改 ¦ 尚未整改 ¦ 已逾期未整改 ¦ 仍未整改',
  no: `
    否 ¦ × ¦ 未完成 ¦ 未办结 ¦ 没有 ¦ 尚未完成 ¦ 未销号 ¦ 逾期未完成 ¦ 未完成整改 ¦ 逾期未处理
    未办理 ¦ 未处理 ¦ 未解决 ¦ 待整改 ¦ 未整改到位`,
  reported: `
    已提交验收申请 ¦ 已上报销号材料 ¦ 区级验收合格，待市级验收 ¦ 验收合格后予以销号 ¦ 申请销号 ¦ 已申请销号 ¦ 待复查 ¦ 待验收 ¦ 验收中 ¦ 等待验收 ¦ 报请验收 ¦ 已报验收 ¦ 待县级验收 ¦ 正在复查 ¦ 待销号 ¦ 待镇级复核 ¦ 待摘牌
    案卷已评查，佐证材料已报巡察整改办申请销号。 ¦ 制度已印发；整改材料齐全，报请验收
    提请核验 ¦ 待巡察办复核 ¦ 待县委巡察办复核 ¦ 待区应急局验收 ¦ 待镇政府组织验收 ¦ 待专家复查 ¦ 待住建局会同应急局复查 ¦ 已报巡察办，待复核`,
  pending: '待审核 ¦ 审核中 ¦ 正在审核中 ¦ 待核查 ¦ 核查中 ¦ 待办公室审核 ¦ 待巡察办核查',
  basic: `
    基本落实 ¦ 基本完成 ¦ 阶段性完成 ¦ 已基本完成 ¦ 基本完成（取得阶段性成果并持续整改） ¦ 阶段性完成，并长期坚持 ¦ 基本整改到位 ¦ 已完成阶段性任务
    取得阶段性成效`,
  ongoing:
    '长期任务 ¦ 常态化工作 ¦ 立行立改并长期坚持 ¦ 立行立改，长期坚持 ¦ 常态化 ¦ 常态长效 ¦ 持续坚持 ¦ 坚持常抓不懈 ¦ 长期坚持 ¦ 需长期坚持 ¦ 长期整改 ¦ 常态化推进 ¦ 长期坚持。 ¦ 已转为长期坚持 ¦ 长期坚持，已谈话26人次',
  blank: '/ ¦ — ¦ - ¦ 无',
};

const cases = Object.entries(samples).flatMap(([says, block]) =>
  block
    .split(/[¦\n]/)
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ says, text })),
);
const nameOf = (words: StatusWords | null) => (words === null ? 'blank' : words.basic ? 'basic' : words.says);

describe('a status text', () => {
  it.each(cases)('$text says $says', ({ says, text }) => {
    expect(nameOf(readStatusWords(text))).toBe(says);
  });

  it('tells its percentage', () => {
    expect(readStatusWords('已完成80%')?.percent).toBe(80);
    expect(readStatusWords('60%，正在推进')?.percent).toBe(60);
    expect(readStatusWords('完成率达到35.5%')?.percent).toBe(35.5);
    expect(readStatusWords('整改中')?.percent).toBeNull();
    expect(readStatusWords('150%')?.percent).toBeNull();
  });

  it.each<[certainty: string, says: string, texts: string]>([
    ['assumed', 'not_started', '没动 ¦ 没弄 ¦ 还没搞 ¦ 一直没动'],
    [
      'assumed',
      'not_started',
      '尚未制定方案 ¦ 还没有制定方案 ¦ 未制定方案 ¦ 没制定方案 ¦ 方案未定 ¦ 方案尚未确定 ¦ 目前尚未制定整改方案 ¦ 未制订具体整改措施 ¦ 整改方案还没制定。 ¦ 尚未编制实施方案，资金无着落',
    ],
    ['plain', 'in_progress', '尚未制定方案，正在摸底 ¦ 方案尚未批复，正在催办 ¦ 方案未通过'],
    ['assumed', 'in_progress', '方案尚未批复 ¦ 方案未获批'],
    ['assumed', 'in_progress', '搁着 ¦ 还在弄 ¦ 等通知 ¦ 等资金 ¦ 快了 ¦ 预计12月3日完成'],
    ['assumed', 'completed', '弄好了 ¦ 搞定 ¦ ●'],
    ['assumed', 'no', '○ ¦ □'],
    [
      'assumed',
      'completed',
      '需整改12处，已整改12处 ¦ 整改任务3项，完成3项 ¦ 已协调住建局解决 ¦ 已由住建局完成整改 ¦ 督促企业已整改到位 ¦ 整改措施已全部落实到位 ¦ 1.已完成；2.已完成 ¦ 已验收 ¦ 已做',
    ],
    ['assumed', 'closed', '经区应急局复查，已整改到位 ¦ 经复查，5处隐患均已整改到位'],
    ['assumed', 'in_progress', '已销号，后反弹 ¦ 已整改，经复查不合格 ¦ 持续巩固'],
    ['mark', 'completed', '√ ¦ 是'],
    ['plain', 'completed', '绿（已完成）'],
    ['plain', 'not_started', '灰（未启动）'],
    ['plain', 'in_progress', '黄灯（推进中）'],
    ['mark', 'no', '× ¦ 否'],
    ['plain', 'in_progress', '整改中 ¦ 正在推进 ¦ 办理中 ¦ 大部分完成 ¦ 部分完成 ¦ 60%'],
    ['prose', 'in_progress', '已制定方案 ¦ 召开专题会议研究 ¦ 已印发 ¦ 已核查71个项目 ¦ 施工队已到位'],
    ['decided', 'in_progress', '已取消 ¦ 搁置 ¦ 挂账 ¦ 停产整顿 ¦ 移交 ¦ 已移交城管局 ¦ 并案 ¦ 拒改 ¦ 关门停业'],
    ['postponed', 'in_progress', '申请延期至8月15日 ¦ 顺延一个月'],
    [
      'plain',
      'completed',
      '已采购入库，完成整改 ¦ 资金已全额退回，已完成整改，青教党组〔2026〕18号 ¦ 已支付欠款，100% ¦ 已清退1.26万元，整改到位 ¦ 已设护栏45米，完成 ¦ 超额完成 ¦ 全部安装完成 ¦ 已完工 ¦ 治理完成 ¦ 清理完毕 ¦ 12家全部完成 ¦ 已完结 ¦ 5月10日完成 ¦ 已改 ¦ 整治完毕 ¦ 整改已完成。召开会议2次，问题均已改正 ¦ 整改工作已全部完成 ¦ 清完，县局已验收 ¦ 清淤完成，待验收 ¦ 改造完',
    ],
    ['assumed', 'completed', '改了 ¦ 清完 ¦ 护栏安装完成 ¦ 灯具已更换完成 ¦ 道路硬化完成 ¦ 工程竣工 ¦ 合格'],
    [
      'stage',
      'in_progress',
      '笔试结束 ¦ 面试已结束 ¦ 管网铺设完成 ¦ 招标完成 ¦ 已完成招标 ¦ 初稿完成 ¦ 初稿已完成 ¦ 第一阶段完成 ¦ 第一阶段已完成 ¦ 一期完工 ¦ 一期已竣工 ¦ 桩基完成 ¦ 公示结束 ¦ 已招标完成 ¦ 已笔试完成 ¦ 外业完成 ¦ 方案编制完成 ¦ 主体完工 ¦ 已完成初验',
    ],
    ['pending', 'pending', '待审核 ¦ 核查中'],
    ['pending', 'reported', '验收中 ¦ 申请销号'],
    [
      'kept',
      'completed',
      '已完成并长期坚持 ¦ 已整改，并长期坚持 ¦ 已完成，需长期坚持 ¦ 已整改，转入常态化 ¦ 已立行立改，长期坚持 ¦ 已落实并长期坚持 ¦ 已完成，持续推进 ¦ 每月督办通报。该问题已完成整改，并将长期坚持。',
    ],
    ['assumed', 'ongoing', '立行立改并长期坚持 ¦ 立行立改，长期坚持 ¦ 已建立长效机制，长期坚持'],
    ['assumed', 'in_progress', '持续推进 ¦ 持续整改 ¦ 持续推进中 ¦ 滞后'],
    ['plain', 'closed', '已复查，合格'],
    [
      'assumed',
      'in_progress',
      '3家完成 ¦ 资金到位 ¦ 力争6月完成 ¦ 10月底前完成 ¦ 待资金到位后完成 ¦ 改 ¦ 待整改后复查 ¦ 待材料补齐后复核 ¦ 待施工单位完工后验收 ¦ 待完工后区局验收',
    ],
    ['assumed', 'not_started', '未动 ¦ 未办 ¦ 没办'],
    ['plain', 'in_progress', '返工中 ¦ 设备安装中 ¦ 尚有2处，其他完成 ¦ 部分完工 ¦ 管网已完工，路面正在恢复'],
    ['plain', 'ongoing', '基本完成 ¦ 基本整改到位 ¦ 长期坚持'],
    ['plain', 'not_started', '未启动 ¦ 尚未启动'],
    ['plain', 'no', '未落实 ¦ 未办结'],
    ['plain', 'completed', '已完成 ¦ 已整改到位'],
  ])('is %s where it says %s: %s', (certainty, says, texts) => {
    for (const text of texts.split(' ¦ '))
      expect([text, readStatusWords(text)]).toMatchObject([text, { says, certainty }]);
  });

  it.each([
    '已办结5件，其余2件正在办理 ¦ 7项中已完成5项 ¦ 7项任务中5项已完成 ¦ 共7项，完成5项 ¦ 7项已办结6项 ¦ 12处隐患整改完成10处',
    '大部分已整改，尚有2处未整改 ¦ 绝大多数已整改完成 ¦ 多数已整改 ¦ 大都已整改 ¦ 大多已完成 ¦ 半数完成 ¦ 少数未完成',
    '除2项外均已完成 ¦ 除第3项外其他均已完成 ¦ 除个别问题外，全部整改完毕 ¦ 除1处需长期整改外，均已整改到位 ¦ 全部完成，除1处',
    '已全部整改，仅余1处 ¦ 全部完成，仅1项待验收 ¦ 已完成，遗留1项 ¦ 已完成，个别遗留 ¦ 已完成整改3处，余2处月底前完成',
    '5项均已完成，2项待启动 ¦ 5家企业均已完成整改，1家停产 ¦ 2个均已完成，1个未完成 ¦ 5个方案均已完成',
    '除3处外，均已销号 ¦ 绝大多数已销号 ¦ 多数已验收合格 ¦ 3件未销号，其余均已销号 ¦ 12处已销号10处',
  ])('is not done where it says so of a part: %s', (texts) => {
    for (const text of texts.split(' ¦ ')) expect([text, readStatusWords(text)?.says]).toEqual([text, 'in_progress']);
  });

  it.each([
    ['settled', '5件全部办结 ¦ 5件信访件全部办结 ¦ 全部5件已办结'],
    [
      'completed',
      '均已完成 ¦ 7项均已完成 ¦ 7项任务全部完成 ¦ 12处隐患均已整改 ¦ 5件均办结 ¦ 5件都已办结 ¦ 各项均已完成 ¦ 3家企业均已完成整改',
    ],
    ['completed', '共7项，完成7项 ¦ 7项中已完成7项 ¦ 5处全部完成，剩余0处 ¦ 已完成5处，剩余0处 ¦ 已全部完成，无遗留'],
    ['closed', '5件全部销号 ¦ 共5件，均已销号 ¦ 5件均已验收合格 ¦ 12处隐患全部整改完毕，经复查均合格'],
  ])('is %s where it says so of all: %s', (says, texts) => {
    for (const text of texts.split(' ¦ ')) expect([text, readStatusWords(text)?.says]).toEqual([text, says]);
  });

  it.each<[percent: number | null, rough: boolean, texts: string]>([
    [50, false, '整改中（50%） ¦ 整改中，完成50% ¦ 正在整改【进度50%】 ¦ 推进中：50% ¦ 整改中50%'],
    [
      80,
      false,
      '完成率80% ¦ 完成比例达80% ¦ 目前已完成80%，预计月底完成 ¦ 截至11月底完成80% ¦ 已完成总工程量的80% ¦ 已完成（80%）',
    ],
    [70, false, '已完成七成 ¦ 整改中（七成） ¦ 施工中，形象进度达70% ¦ 完成百分之七十'],
    [70, true, '已完成约七成 ¦ 完成七成以上 ¦ 整改中（约70%） ¦ 总体完成率达70%左右'],
    [50, true, '过半 ¦ 完成过半 ¦ 进度过半 ¦ 已完成一半'],
    [67, true, '已完成三分之二'],
    [
      null,
      false,
      '资金到位50% ¦ 覆盖率达80% ¦ 主体完成80%，附属完成20% ¦ 12月底前完成80% ¦ 力争完成80% ¦ 剩余20% ¦ 未完成（20%）',
    ],
  ])('tells the share %s of the whole (rough: %s): %s', (percent, rough, texts) => {
    for (const text of texts.split(' ¦ ')) {
      const read = readStatusWords(text);
      expect([text, read]).toMatchObject([text, { percent, rough, says: 'in_progress' }]);
    }
  });

  it('takes all of it for done, not for verified, and what goes on for going on', () => {
    for (const text of ['完成率100%', '已完成（100%）']) expect(readStatusWords(text)?.says).toBe('completed');
    expect(readStatusWords('整改中（100%）')).toMatchObject({ says: 'in_progress', certainty: 'assumed' });
    expect(readStatusWords('已完成（90%）')).toMatchObject({ says: 'in_progress', certainty: 'assumed' });
  });

  it.each<[text: string, says: string, day: string | null]>([
    ['已完成(11月12日)', 'completed', '11月12日'],
    ['2026.3.5已整改到位', 'completed', '2026.3.5'],
    ['已于3月5日完成整改', 'completed', '3月5日'],
    ['已销号 12/3', 'closed', '12/3'],
    ['已完成，时间：2026-03-05', 'completed', '2026-03-05'],
    ['6月15日复查合格', 'closed', '6月15日'],
    ['已完成3处，剩余12月3日', 'in_progress', null],
    ['12月3日前完成整改', 'in_progress', null],
    ['整改中（3月5日）', 'in_progress', null],
    ['3月5日完成整改，6月15日通过验收', 'closed', null],
    ['已整改1.5公里', 'in_progress', null],
  ])('%s says %s, on %s', (text, says, day) => {
    expect(readStatusWords(text)).toMatchObject({ says, day });
  });

  it('is nothing when blank', () => {
    expect(readStatusWords('')).toBeNull();
    expect(readStatusWords('　')).toBeNull();
  });
});

describe('what is asked for, or asked about, when the work is done', () => {
  it.each(['拟申请办结', '申请办结', '已申请结案', '提请闭环', '拟申请销号', '待回访', '待满意度评价', '回访中'])(
    '%s waits for those above',
    (text) => {
      expect(readStatusWords(text)).toMatchObject({ says: 'reported', certainty: 'pending' });
    },
  );

  it.each(['待办结', '申请延期办结', '申请资金', '回访不满意', '拟申请专项资金'])('%s does not', (text) => {
    expect(readStatusWords(text)?.says).not.toBe('reported');
  });
});

describe('a share of all', () => {
  it.each([
    ['已完成5/7', 71],
    ['整改3/4项', 75],
    ['已销号2/5', 40],
    ['完成２/３', 67],
    ['目前已办结6/8件，其余正在推进', 75],
  ])('is no day, and leaves the row under way: %s', (text, percent) => {
    expect(readStatusWords(text)).toMatchObject({ says: 'in_progress', percent, certainty: 'assumed', day: null });
  });

  it.each([
    ['已销号 4/12', '4/12'],
    ['已完成12/3', '12/3'],
    ['3/5已整改到位', '3/5'],
    ['已完成（5/7）', '5/7'],
  ])('is not meant by %s', (text, day) => {
    expect(readStatusWords(text)!.day).toBe(day);
  });
});
