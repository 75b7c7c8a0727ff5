import { weekday, type Day } from '../calendar/day.js';
import { deadlineGrammar, readTokens } from './deadline-grammar.js';
import { readDeadline } from './deadline-reader.js';
import type { DeadlineReading } from './deadline-reading.js';
import { prepareDeadlineText } from './deadline-text.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

/**
 * Cells by the row of the grammar that must read them. Behind → stands what they come to in a document of 2021, with the row's
 * own date on Friday 5 March 2021; below it the cells, parted by ¦.
 */
const samples: Readonly<Record<string, string>> = {
  yearly_on: String.raw`
    → recurring {every:year,months:[12],day:end}
      每年12月底前
    → recurring {every:year,months:[1],day:31}
      每年1月31日前
    → recurring {every:year,months:[6,12],day:end}
      每年6月、12月底前 ¦ 每年6月底和12月底前
    → recurring {every:year,months:[6],day:end}
      从2021年起每年6月底前
  `,
  yearly_part: String.raw`
    → recurring {every:year,months:[3],day:end}
      每年一季度
  `,
  several_times: String.raw`
    → recurring {every:half_year,day:end}
      一年两次 ¦ 每年两次
  `,
  half_yearly: String.raw`
    → recurring {every:half_year,day:end}
      每半年 ¦ 每半年一次（6月、12月底前） ¦ 半年一次
  `,
  quarterly_on: String.raw`
    → recurring {every:quarter,day:25}
      每季度末月25日前
    → recurring {every:quarter,day:end}
      每季度末月底前 ¦ 每季度末（3月、6月、9月、12月）月底前
    → recurring {every:quarter,months:[1],day:10}
      每季度第一个月10日前
    → recurring {every:quarter,months:[1],day:15}
      每季度首月15日前
  `,
  month_ends: String.raw`
    → recurring {every:month,day:end}
      月底前每月
  `,
  times_per_several: String.raw`
    → recurring {every:week,interval:2,day:end}
      两周一次 ¦ 2周一调度
    → recurring {every:month,interval:2,day:end}
      两月一次 ¦ 两个月一次
  `,
  after_each: String.raw`
    → recurring {every:month,day:5}
      每月结束后5日内
    → recurring {every:half_year,months:[1],day:15}
      每半年结束后15日内
    → recurring {every:quarter,months:[1],day:15}
      每季度结束后15日内
  `,
  quarterly: String.raw`
    → recurring ongoing {every:quarter,day:end}
      长期坚持，每季度末报送
    → recurring {every:quarter,day:25}
      每季度末25日前
    → recurring {every:quarter,day:end}
      每季度末 ¦ 每季度 ¦ 按季度 ¦ 每季度一次 ¦ 每季度末（3月、6月、9月、12月） ¦ 每季末 ¦ 每个季度末 ¦ 按季度推进 ¦ 每季1次
      2021年每季度末 ¦ 2021年6月起每季度末 ¦ 全年每季度一次
  `,
  every_n_months: String.raw`
    → recurring {every:month,interval:2,day:end}
      每两个月
    → recurring {every:month,interval:3,day:end}
      每三个月
  `,
  half_monthly: String.raw`
    → recurring {every:half_month,day:end}
      每半月 ¦ 每旬
  `,
  monthly: String.raw`
    → recurring ongoing {every:month,day:end}
      每月底前，长期坚持
    → recurring {every:month,day:10}
      每月10号前 ¦ 每月初
    → recurring {every:month,day:20}
      每月5日、20日 ¦ 每月中旬
    → recurring {every:month,day:25}
      每月25日前 ¦ 每月25日 ¦ 每月二十五日前 ¦ 2021年每月25日前
    → recurring {every:month,day:5}
      每月1日至5日 ¦ 每月5日前报送
    → recurring {every:month,day:end}
      每月 ¦ 每月底 ¦ 每月月底前 ¦ 按月报送 ¦ 每月一次 ¦ 每月最后一个工作日 ¦ 逐月推进 ¦ 每月末 ¦ 每月至少1次
  `,
  weekly: String.raw`
    → recurring {every:week,day:1}
      每周一 ¦ 每周一上午 ¦ 每周一、三、五
    → recurring {every:week,day:3}
      每周三向部门同步一次完成率
    → recurring {every:week,day:5}
      每周五 ¦ 每周五前 ¦ 每周五下班前
    → recurring {every:week,day:end}
      每周一次 ¦ 每周
  `,
  yearly: String.raw`
    → recurring {every:year,day:end}
      每年 ¦ 每年年底前 ¦ 2021年起，每年底前 ¦ 每年底
  `,
  every_n_days: String.raw`
    → recurring {every:day,interval:15,day:end}
      每15天
  `,
  daily: String.raw`
    → recurring {every:day,day:end}
      每天 ¦ 每日
  `,
  periodical: String.raw`
    → recurring {every:month,day:end}
      月报
  `,
  times_a_unit: String.raw`
    → recurring {every:month,day:end}
      1次/月
    → recurring {every:quarter,day:end}
      一次/季度
  `,
  times_per: String.raw`
    → recurring {every:month,day:end}
      一月一调度
    → recurring {every:quarter,day:end}
      一季度一次
  `,
  eight_digits: String.raw`
    → date 2021-06-30
      20210301-20210630
    → date 2021-07-15
      20210715
    → unresolved deadlineImpossible
      20210631
  `,
  serial_text: String.raw`
    → date 2021-09-30
      44469
  `,
  six_digits: String.raw`
    → date 2021-06-30
      202106 ¦ 210630
  `,
  three_numbers: String.raw`
    → date 2021-07-05
      21.7.5 ¦ 21/7/5 ¦ 21-07-5前
    → date 2021-06-30
      21-6-30 ¦ 21/6/30
    → date 2021-07-15
      21.7.15 ¦ 7/15/21 ¦ 7/15/2021 ¦ 15/7/2021
    → unresolved deadlineAmbiguous
      1/2/21
    → unresolved deadlineImpossible
      31/6/2021
  `,
  month_or_day: String.raw`
    → unresolved deadlineAmbiguous
      2021.6-8 ¦ 2021.3-12
  `,
  dotted_with_year: String.raw`
    → date 2021-12-10 deadlineAssumed
      2021/12/1O ¦ 2021/l2/10
    → date 2021-10-31 deadlineAssumed
      2021.1O.31 ¦ 2021/1O/3l
    → date 2021-06-30 deadlineAssumed
      2o21.6.30
    → date 2021-04-30
      2021.4.30 24:00前
    → date 2021-06-30
      2021.3.1-2021.6.30 ¦ 2021-06-30 00:00:00 ¦ 2021年6.30 ¦ 2021/6/30前 ¦ 2021.6.30前完成 ¦ 2021. 6. 30 ¦ 2021、6、30
      2021。6。30 ¦ 2021·6·30 ¦ 2021.6.30. ¦ 2021.6.30日 ¦ 2021.6.30日前 ¦ 2021-6-30日前 ¦ 2021.6.1——2021.6.30
      2021-03-01至2021-06-30 ¦ 2021-03-01—2021-06-30 ¦ 2021.3.1~2021.6.30
    → date 2021-06-30 ongoing
      2021.6.30，长期坚持 ¦ 2021.6.30前完成整改，并长期坚持 ¦ 2021.6.30/长期 ¦ 2021.6.30前,持续推进
    → date 2021-07-15
      2021.7.15 ¦ 2021/7/15 ¦ 2021-7-15 ¦ 2021-7-15T00:00:00 ¦ 2021-07-15 09:30
    → date 2021-07-30
      2021/6/30-2021/7/30
    → date 2021-09-30
      2021-6-30至2021-9-30
    → date 2021-12-31
      2021-12-31前 ¦ 2021.12.31日前
    → date 2022-01-31
      2022.01.31
    → date 2024-02-29
      2024.2.29
    → unresolved deadlineImpossible
      2021.6.31 ¦ 2021-02-29 ¦ 2021.6.32
  `,
  year_month: String.raw`
    → date 2021-06-30 deadlineAssumed
      2021.06前
    → date 2021-01-31
      2021年元月底
    → date 2021-03-31 ongoing
      立行立改，2021年3月底前完成并长期坚持
    → date 2021-04-30
      2021年四月底前
    → date 2021-05-31 ongoing
      2021年5月底前整改到位并持续巩固
    → date 2021-06-10
      2021年6月初
    → date 2021-06-30
      2021年6月底前 ¦ 2021.3-2021.6 ¦ 于2021年6月底完成 ¦ 力争2021年6月底前完成 ¦ 2021年6月底前完成整改方案报送 ¦ 21年6月底
      2021.6月底 ¦ 2021.06底 ¦ 2021年\n6月底前 ¦ 2021年6月\n底前 ¦ 立行立改，2021年6月底前完成 ¦ 2021/06 ¦ 2021-06
      （2021年6月底前） ¦ 【2021年6月底前】 ¦ “2021年6月底前” ¦ 二〇二一年六月底前 ¦ 2021年6月底前【立行立改】
      预计2021年6月底 ¦ 计划2021年6月底完成 ¦ 2021年6月底前（其中制度5月底前） ¦ 2021年6月底前 责任人：张三
      2021年6月底前（已于5月20日完成） ¦ 2021年6月底前制定方案并组织实施 ¦ 2021年6月底前(立行立改) ¦ 2021年6 月底
    → date 2021-06-30 deadlineExtensible
      2021年6月底前（可延至9月底） ¦ 2021年6月底前，确有困难的可申请延期一个月 ¦ 2021年6月底前，可延期
    → date 2021-06-30 extensionRequested
      2021年6月底前（申请延期至10月31日） ¦ 2021年6月底前，不同意延期至9月底
    → date 2021-06-30 ongoing
      2021年6月底前，并长期坚持 ¦ 2021年6月底前并长期坚持 ¦ 2021年6月底前完成，长期坚持 ¦ 2021年6月底前（长期坚持）
      长期坚持（2021年6月底前取得阶段性成效） ¦ 1.2021年6月底前；2.长期坚持 ¦ 2021年6月底前取得阶段性成效，并持续推进
      2021年6月底前完成阶段性任务，长期坚持 ¦ 2021年6月底,长期坚持 ¦ 2021.6 长期坚持 ¦ 2021年6月底前，立行立改并长期坚持
      2021年6月底；长期 ¦ 2021年6月底前并建立长效机制 ¦ 2021年6月底前，建立长效机制 ¦ 2021年6月底前完成制度修订；长期坚持执行
    → date 2021-08-20
      2021年8月中旬
    → date 2021-09-30
      第一阶段：2021年6月底前；第二阶段：2021年9月底前
    → date 2021-09-30 ext
      延期至2021年9月底（已批准）
    → date 2021-09-30 ext:2021-06-30
      原计划2021年6月底完成，因疫情影响推迟至2021年9月底 ¦ 原时限2021年6月底，现调整为2021年9月底
    → date 2021-10-31
      2021.10
    → date 2021-12-31
      二零二一年十二月底 ¦ 2021年12底 ¦ 2021.6—2021.12 ¦ 2021.06-2021.12 ¦ 2021年6月底前；2021年12月底前
      2021年6月底、2021年12月底 ¦ 2021/3-2021/12 ¦ 2021年6月底前完成。\n2021年12月底前验收。
    → date 2021-12-31 ext
      延期至2021年12月底 ¦ 经区委巡察办同意，延期至2021年12月底
    → date 2021-12-31 ongoing
      2021年12月底前完成，2022年持续巩固 ¦ 长期（2021年12月底前完成阶段性任务）
    → date 2022-01-31
      2022.1
    → date 2024-02-29
      2024年2月底
  `,
  day_span: String.raw`
    → date 2021-11-18
      11.17-18 ¦ 11/17-18 ¦ 11-17~18 ¦ 11月17至18 ¦ 2021.11.17-18 ¦ 2021-11-17至18
  `,
  dotted: String.raw`
    → date 2021-06-30
      6.30 ¦ 6/30 ¦ 2021.3.1-6.30 ¦ 3.1-6.30 ¦ 6.30前 ¦ 21.6 ¦ 06/30 ¦ 06.30 ¦ 06-30 ¦ 2021.6.1－6.30 ¦ 2021.03.01-06.30
      6。30 ¦ 6．30 ¦ 6／30
    → date 2021-09-30
      6.30/9.30
    → date 2021-12-31
      12.31前 ¦ 12.31日前 ¦ 12-31
    → date 2022-02-28 deadlineRolled
      2.28
    → unresolved deadlineImpossible
      6.31
  `,
  four_digits: String.raw`
    → date 2021-06-30
      0630
  `,
  english_month: String.raw`
    → date 2021-06-30
      30-Jun-21 ¦ June 30, 2021
  `,
  year_span: String.raw`
    → date 2022-12-31
      2021-2022年 ¦ 2020年-2022年 ¦ 2020—2022年底
  `,
  day_to_day: String.raw`
    → date 2021-03-30
      2021年3月1日至30日
    → date 2021-05-07
      5月1日至7日
  `,
  month_day: String.raw`
    → date 2021-06-30 extensionRequested
      6月30日（已延期） ¦ 6月30日，延期整改 ¦ 6月30日，申请延期1个月 ¦ 6月30日，需延期
    → date 2021-06-30
      6月30日，未延期 ¦ 6月30日，不得延期
    → date 2021-06-30 deadlineAssumed
      2021年6月30日（周五） ¦ 6月30日前报方案，方案批复后6个月内完成 ¦ 1.12个月内；2.6月30日前
    → date 2021-06-30
      2021年6月30日（星期三） ¦ 6月30日周三前
    → date 2021-06-30
      待资金到位后，2021年6月30日前
    → date 2021-06-30 deadlineAssumed
      2O21年6月3O日 ¦ 2021年6月30曰 ¦ 已于2021年6月30日完成
    → date 2021-03-05
      3月5日
    → date 2021-03-31
      一季度末3月31日前
    → date 2021-04-04
      30天（4月4日前）
    → date 2021-04-30
      2021年4月30日24:00前 ¦ 2021年4月30日前（周五）
    → date 2021-05-05
      2021年3月5日至5月5日（2个月） ¦ 2个月（2021年3月5日至5月5日）
    → date 2021-06-15
      2021年上半年6月15日前
    → date 2021-06-25
      务必于2021年6月25日（星期五）17:00前完成
    → date 2021-06-30
      3月1日—6月30日 ¦ 6月30日24时前 ¦ 6月30日17:00前 ¦ 2021年6月30日下班前 ¦ 7月1日0时前 ¦ 2021年6月30日（星期三）
      2021年6月30日前 ¦ 2021年6月30日之前 ¦ 2021年6月30日以前 ¦ 截止2021年6月30日 ¦ 截止到2021年6月30日
      最迟不超过2021年6月30日 ¦ 不迟于6月30日 ¦ 限6月30日前完成 ¦ 21年6月30日 ¦ 2021年6月30号 ¦ 2021年6月30 ¦ 2021年06月30日
      2021 年 6 月 30 日 ¦ 2 0 2 1 年 6 月 3 0 日 ¦ 完成时限：2021年6月30日 ¦ 2021年6月30日前。
      2021年6月30日前； ¦ 2021年六月三十日 ¦ 六月三十日前 ¦ 2021年6月30日（含）前 ¦ 2021年6月30日(周三)前 ¦ 2021年6月30日止
      至2021年6月30日 ¦ 2021年6月1日~6月30日 ¦ 2021年5月31日前完成50%，6月30日前完成100% ¦ 请于6月30日前报送
      2021年6月30日 星期三 ¦ 六月卅日 ¦ 二季度末（6月30日） ¦ 2021年3月1日起至2021年6月30日止 ¦ 自2021年3月1日至2021年6月30日
      6月30日当天 ¦ 2021年6月30日前全部完成整改销号
    → date 2021-06-30 ongoing
      2021年6月30日前完成并长期坚持 ¦ 2021年6月30日前完成整改，之后长期坚持
    → date 2021-07-05
      7月5日 ¦ 7月5日前形成红黄灯清单并明确责任人
    → date 2021-07-15
      ２０２１年７月１５日 ¦ 二〇二一年七月十五日 ¦ 二○二一年七月十五日 ¦ 15个工作日内（2021年7月15日前）
      2021年7月15日（2021年6月15日交办） ¦ 2021年7月15日09:00 ¦ 2021年7月15日上午9时前
      2021年7月15日前完成关键资料补齐和口径复核 ¦ 2021年7月15日前（含15日） ¦ 2021年7月15日（周四）下午5时前
    → date 2021-07-20
      七月二十日
    → date 2021-07-31 ext
      延期1个月至7月31日
    → date 2021-08-30
      2021年8月\n30日 ¦ 2021年\n8月30\n日前
    → date 2021-08-30 ext:2021-06-30
      2021年6月30日，后延期至2021年8月30日
    → date 2021-08-31
      开学前（8月31日）
    → date 2021-09-30
      2021年主汛期结束前（2021年9月30日） ¦ 汛期结束前（9月30日前）
    → date 2021-09-30 ext
      整改期限延长至2021年9月30日
    → date 2021-09-30 ext:2021-06-30
      2021年6月30日延期至2021年9月30日 ¦ 延期至9月30日（原定6月30日） ¦ 9月30日（原6月30日） ¦ 6月30日→9月30日
      整改时限由2021年6月30日调整至2021年9月30日 ¦ 2021年6月30日（经批准延期至2021年9月30日）
      原定2021年6月底，第一次延期至2021年7月31日，第二次延期至2021年9月30日
    → date 2021-10-01
      十月一日前
    → date 2021-10-15
      主汛期结束前（10月15日）
    → date 2021-10-31 ext:2021-08-15
      原定8月15日，经批准延期至10月31日
    → date 2021-12-31
      即日起至12月31日 ¦ 二〇二一年十二月三十一日前 ¦ 12月31日前（逾期报告原因） ¦ 2021年6月30日、9月30日、12月31日
      2021年9月30日前完成第一阶段，12月31日前完成第二阶段
    → date 2022-01-28
      春节前（2022年1月28日）
    → date 2022-01-31 deadlineRolled
      1月31日
    → date 2022-03-04 deadlineRolled
      3月4日
    → date 2023-06-30
      2023年6月30日
    → unresolved deadlineImpossible
      2月30日 ¦ 2021年2月30日 ¦ 6月31日前 ¦ 6月32日 ¦ 0月5日 ¦ 2022年2月29日
  `,
  month_to_month: String.raw`
    → date 2023-08-31
      2023年4月至8月
    → date 2021-03-31
      1—3月
    → date 2021-06-30
      2021年3月—6月 ¦ 3月至6月 ¦ 3-6月底前 ¦ 三至六月 ¦ 2021年4月-6月底前 ¦ 从3月到6月 ¦ 3月份至6月份
    → date 2021-08-31
      6-8月 ¦ 6—8月底 ¦ 6至8月份 ¦ 6—8月（2021年）
    → date 2021-11-30
      2021年3—5月、9—11月
    → date 2021-12-31
      2021年6月-12月 ¦ 2021年6月、12月 ¦ 2021年6、9、12月 ¦ 2021年6、9、12月底前 ¦ 3月—12月 ¦ 2021年3月～12月
    → date 2022-03-31
      2021年11月—3月
  `,
  month_or_count: String.raw`
    → unresolved deadlineAmbiguous
      3月内
  `,
  month_working_day: String.raw`
    → date 2021-07-30
      7月最后一个工作日 ¦ 2021年7月份最后1个工作日前
    → date 2021-10-12
      10月第三个工作日
  `,
  month_weekday: String.raw`
    → date 2021-09-10
      9月第二个周五
    → date 2021-09-24
      2021年9月最后一个周五前
  `,
  month_week: String.raw`
    → date 2021-09-14 deadlineAssumed
      9月第二周 ¦ 2021年9月的第2个星期内
    → date 2021-09-30 deadlineAssumed
      9月最后一周
    → date 2021-09-17 deadlineAssumed
      9月第3周周五
  `,
  month: String.raw`
    → date 2021-06-30 deadlineAssumed
      6月前 ¦ 2021年6月前 ¦ 6月汛期前 ¦ 2021年6月高考前 ¦ 6月30日前（6月入汛前）
    → date 2021-06-15
      6月上半月 ¦ 6月前半个月
    → date 2021-03-31
      2020年12月反馈问题，3月底前完成
    → date 2021-04-20
      3月上旬—4月中旬
    → date 2021-04-30
      四月底之前 ¦ 到四月底
    → date 2021-05-31
      4、5月份
    → date 2021-06-10
      5月底6月初
    → date 2021-06-30
      6月底 ¦ 二O二一年六月 ¦ 2021年3月-2021年6月 ¦ 截至6月底 ¦ 确保6月底前整改到位 ¦ 2021年6月内 ¦ 2021年6月份 ¦ 6月份底前
      2021年二季度（6月底前） ¦ 二零二一年六月 ¦ 约2021年6月 ¦ 2021年6月左右 ¦ 拟于2021年6月完成
      计划完成时间：2021年6月 ¦ 2021年6月完成 ¦ 6月完成 ¦ 6月1日至6月底 ¦ 二一年六月 ¦ 立行立改，6月底前 ¦ 3月初至6月底
      2021年3月/6月 ¦ 整改中，预计6月底 ¦ 推进中（6月底前完成） ¦ 2021年6月X日 ¦ 二0二一年6月 ¦ 按照巡察组要求6月底前
      按照巡察组要求6月底 ¦ 对2018年以来问题全面排查，6月底前完成 ¦ 完成2020年度考核问题整改，6月底前
    → date 2021-06-30 ongoing
      6月底+长期坚持 ¦ 6月底前;长期坚持 ¦ 第1项6月底前，第2项长期坚持
    → date 2021-07-10
      7月上旬
    → date 2021-07-20
      2021年6月上旬至7月中旬
    → date 2021-08-20
      8月中旬 ¦ 8月中旬前 ¦ 八月中旬 ¦ 8月上中旬
    → date 2021-08-31
      8月 ¦ 2021年6～8月 ¦ 8月下旬前
    → date 2021-09-30
      2021年6月底前，9月底前 ¦ 2021年6月底前完成方案，9月底前完成整改 ¦ ①6月底前②9月底前 ¦ （1）6月底前（2）9月底前
      6月30日前启动，9月底前完成 ¦ 6月底前（第一批），9月底前（第二批） ¦ 1.6月底前；2.9月底前
    → date 2021-09-30 ext
      已延期至9月底
    → date 2021-09-30 ext:2021-06-30
      2021年6月底前（延期至9月底） ¦ 由6月底调整为9月底 ¦ 原定于2021年6月底，申请延期至9月底，已批准
      （原定6月底）9月底前完成 ¦ 原6月底，现9月底
    → date 2021-10-20
      十月中旬
    → date 2021-10-31
      十月底
    → date 2021-11-30
      11月下旬 ¦ 2021年10-11月
    → date 2021-12-31
      十二月底 ¦ 十二月底前 ¦ 制度类6月底前完成，工程类12月底前完成 ¦ 当年12月底前 ¦ 2021.6～12月
      6月底前完成50%，9月底前完成80%，12月底前全部完成 ¦ 2021年3月－2021年12月 ¦ 2021年3月一2021年12月 ¦ 2021年3-12月
      2020年12月至2021年12月
    → date 2022-01-31
      翌年1月
    → date 2022-01-31 deadlineRolled
      1月底
    → date 2022-01-31 ext:2021-11-30
      原定11月底，经批准延期至1月底
    → date 2022-02-28
      11月至次年2月
    → date 2022-02-28 deadlineRolled
      2月底 ¦ 二月底前
    → date 2022-03-31
      2021年至2022年3月 ¦ 明年3月底 ¦ 次年3月底前
    → date 2022-06-30
      2021年7月—2022年6月 ¦ 2022年6月
    → unresolved deadlineImpossible
      13月 ¦ 2021年13月
  `,
  half_year: String.raw`
    → date 2021-06-30
      上半年 ¦ 2021年上半年 ¦ 2021上半年 ¦ 2021H1 ¦ 上半年内 ¦ 2021年上半年完成 ¦ 今年上半年
    → date 2021-12-31
      下半年 ¦ 2021年后半年
    → date 2022-06-30
      2021年下半年至2022年上半年 ¦ 明年上半年
  `,
  quarters: String.raw`
    → date 2021-06-30
      1—2季度 ¦ 2021年1-2季度 ¦ 1至2季度
    → date 2021-09-30
      二、三季度
    → date 2021-12-31
      2021年二季度—四季度
  `,
  first_quarters: String.raw`
    → date 2021-09-30
      前三季度 ¦ 2021年前三季度
  `,
  quarter: String.raw`
    → date 2021-03-31 deadlineAssumed
      一季度前
    → date 2021-06-30
      2021年第2季度 ¦ 二季度 ¦ 第二季度末之前 ¦ 2021年2季度
    → date 2021-09-30
      三季度末 ¦ 第三季度末 ¦ 2021年第三季度 ¦ 2021年3季度末前 ¦ 2021Q3 ¦ 2021年第3季度末前 ¦ 二〇二一年第三季度
    → date 2021-12-31
      四季度 ¦ 2021年第四季度末前 ¦ Q4 ¦ 4季度
    → date 2021-12-31 deadlineAssumed
      2021年四季度前
    → date 2022-03-31
      明年一季度末
  `,
  festival_after: String.raw`
    → date 2021-04-11 deadlineAssumed
      清明后一周 ¦ 清明节后7天内
    → date 2021-10-04 deadlineAssumed
      国庆后3天
    → date 2021-10-08 deadlineAssumed
      国庆节后1个工作日
    → date 2021-06-19 deadlineAssumed
      端午节后5日内
    → date 2021-05-16 deadlineAssumed
      五一节后半个月内
    → date 2022-02-11 deadlineRolled
      春节后10日内
    → date 2022-02-11 deadlineAssumed
      2022年春节后10天
  `,
  festival_before: String.raw`
    → date 2021-09-24 deadlineAssumed
      国庆节前一周 ¦ 国庆前7天
    → date 2021-09-18 deadlineAssumed
      中秋前3天
    → date 2021-09-16 deadlineAssumed
      中秋前2个工作日
  `,
  festival: String.raw`
    → date 2022-01-30
      元旦春节前 ¦ 元旦、春节前
    → date 2021-09-09
      教师节前
    → date 2021-02-10
      2021年春节前
    → date 2021-04-02
      清明节前
    → date 2021-04-30
      五一前 ¦ 五一节前 ¦ “五一”节前
    → date 2021-06-11
      端午节前
    → date 2021-06-30
      七一前 ¦ 2021年“七一”前
    → date 2021-09-18
      中秋节前 ¦ 2021年中秋节前
    → date 2021-09-30
      国庆节前 ¦ 2021年国庆节前 ¦ 十一前 ¦ 国庆假期前 ¦ 国庆前夕 ¦ 国庆前 ¦ “十一”前
    → date 2021-12-31
      元旦前 ¦ 2022年元旦前
    → date 2022-01-30
      2022年春节前 ¦ 明年春节前
    → date 2022-01-30 deadlineRolled
      春节前 ¦ 春节假期前
  `,
  five_year_plan: String.raw`
    → date 2025-12-31
      十四五末 ¦ “十四五”期间
  `,
  mid_year: String.raw`
    → date 2021-06-30
      年中 ¦ 2021年中 ¦ 2021年年中
  `,
  year_end: String.raw`
    → date 2021-12-31
      年底前 ¦ 年内 ¦ 全年 ¦ 即日起至年底 ¦ 2021年年底前 ¦ 2021年底 ¦ 21年底 ¦ 2021年内 ¦ 今年年底前 ¦ 今年底 ¦ 年末
      2021年底前，每季度末报进展 ¦ 2021年底前取得明显成效 ¦ 直至2021年底 ¦ 5月底完成80%,年底前全面完成 ¦ 按月调度，年底前完成
      二〇二一年底 ¦ 2021全年 ¦ 全年推进 ¦ 全年任务 ¦ 贯穿全年 ¦ 年度内完成 ¦ 2021年度内
    → date 2021-12-31 ongoing
      年底前完成，并持续推进 ¦ 全年持续推进 ¦ 全年常态化 ¦ 2021年底前基本完成，并长期坚持
    → date 2022-12-31
      明年底 ¦ 明年年底前 ¦ 2022年底前
    → date 2025-12-31 ongoing
      2025年底前，并长期坚持
  `,
  year: String.raw`
    → date 2021-12-31
      2021年 ¦ 2021 ¦ 2021年度 ¦ 本年度
    → date 2021-12-31 deadlineAssumed
      2021年前
    → date 2062-12-31 deadlineAssumed
      2062年
    → date 2022-12-31
      明年
  `,
  workdays: String.raw`
    → relative 2021-03-10
      接到通知后3个工作日内 ¦ 立行立改（3个工作日内） ¦ 3个工作日内完成整改，整改期间加强巡查频次 ¦ 请在 3 个工作日内完成整改
    → relative 2021-03-12
      5个工作日 ¦ 自收到督办单之日起5个工作日内 ¦ 3-5个工作日 ¦ 5个工作日以内 ¦ 5个工作日之内 ¦ 会后5个工作日内
      一般隐患须在5个工作日内完成整改 ¦ 即日起5个工作日内 ¦ 3~5个工作日 ¦ 三至五个工作日内
    → relative 2021-03-16
      交办之日起7个工作日内 ¦ 5-7个工作日
    → relative 2021-03-19
      10个工作日左右 ¦ 收文后10个工作日内 ¦ 十个工作日
    → relative 2021-03-26
      15个工作日内 ¦ 十五个工作日 ¦ 按2021年3月5日督办函要求，15个工作日内 ¦ 不超过15个工作日 ¦ 15工作日内 ¦ 15 个工作日内
      １５个工作日内 ¦ 15个工作日内（含） ¦ 壹拾伍个工作日内 ¦ 15個工作日內
    → relative 2021-03-26 deadlineExtensible
      15个工作日内（可延10个工作日） ¦ 15个工作日，最长可延长15日
    → relative 2021-03-26 ongoing
      15个工作日内完成并持续坚持
    → relative 2021-04-02
      20个工作日内完成 ¦ 自发文之日起20个工作日内 ¦ 主审确认后 10 个工作日内完成整改反馈，20 个工作日内完成验证销号
      二十个工作日内 ¦ 20个工作日内（不可延期）
    → relative 2021-04-02 extensionRequested
      20个工作日内，不可延长至30日
    → relative 2021-04-02 deadlineExtensible
      20个工作日（复杂的可延长至30日） ¦ 20个工作日内，特殊情况可延长10个工作日 ¦ 20个工作日内（经批准可以延期）
    → relative 2021-04-19
      30个工作日 ¦ 三十个工作日
    → relative 2021-06-01
      60个工作日
  `,
  months_and_half: String.raw`
    → relative 2021-04-19
      一个半月内
    → relative 2021-05-19
      两个半月
  `,
  half_month: String.raw`
    → relative 2021-03-20 alt:2021-03-22
      半个月内
  `,
  months: String.raw`
    → date 2021-07-31 ext:2021-06-30
      2021年6月底前，延期1个月
    → date 2021-09-30 ext:2021-06-30
      2021年6月底前，延期三个月
    → relative 2021-04-05 alt:2021-04-06
      一个月内 ¦ 1个月 ¦ 1个月内完成 ¦ 印发之日起一个月内 ¦ 即日起一个月内 ¦ 限期一个月
    → relative 2021-05-05 alt:2021-05-06
      反馈后2个月内 ¦ 收到反馈意见之日起2个月内 ¦ 两个月之内 ¦ 反馈之日起两个月内 ¦ 接到反馈意见后2个月内报送
      巡察整改期限内（2个月）
    → relative 2021-06-05 alt:2021-06-07
      3个月内 ¦ 三个月 ¦ 巡察反馈后3个月内 ¦ 3个月集中整改期内
    → relative 2021-06-05 ongoing alt:2021-06-07
      3个月内完成，并长期坚持
    → relative 2021-09-05 alt:2021-09-06
      短期（6个月内） ¦ 6个月 ¦ 六个月内
    → relative 2021-12-05 alt:2021-12-06
      九个月
    → relative 2022-03-05 alt:2022-03-07
      十二个月内
  `,
  quarters_long: String.raw`
    → relative 2021-06-05 alt:2021-06-07
      一个季度内
  `,
  years_and_half: String.raw`
    → relative 2022-09-05
      一年半内
  `,
  half_year_long: String.raw`
    → relative 2021-09-05 alt:2021-09-06
      半年内 ¦ 半年
  `,
  years: String.raw`
    → relative 2022-03-05 alt:2022-03-07
      一年内 ¦ 1年 ¦ 一年
    → relative 2023-03-05 alt:2023-03-06
      2年内 ¦ 中期（1-2年） ¦ 两年内完成
    → relative 2024-03-05
      三年
  `,
  weeks: String.raw`
    → relative 2021-03-12
      一周内 ¦ 一星期内 ¦ 交办后一周内 ¦ 立行立改，一周内完成
    → relative 2021-03-19
      两周内 ¦ 2个星期内
  `,
  days: String.raw`
    → relative 2021-03-08
      立即整改，3日内完成 ¦ 三日内 ¦ 三天内 ¦ 会议结束后3日内
    → relative 2021-03-10
      五日内整改完毕 ¦ 收到后5日内 ¦ 3到5天
    → relative 2021-03-12
      7日内 ¦ 限期7天 ¦ 限7日内整改 ¦ 7个自然日 ¦ 7日历天
    → relative 2021-03-15
      7至10天 ¦ 10天内 ¦ 10天 ¦ 10日内完成整改
    → relative 2021-03-20 alt:2021-03-22
      整改期限：15日内 ¦ 十五日内 ¦ 检查之日起15日内 ¦ 自检查之日起十五日内整改完毕 ¦ 自整改通知书下达之日起15日内
      15日内整改完毕并报送报告 ¦ 限15日内 ¦ 限期15天整改
    → relative 2021-03-20 ongoing alt:2021-03-22
      1.15日内 2.长期坚持
    → relative 2021-03-25
      二十日内
    → relative 2021-03-30
      自2021年3月15日起15日内 ¦ 2021年3月15日交办，15日内完成
    → relative 2021-04-04 alt:2021-04-06
      30日内 ¦ 三十日内 ¦ 收到通知书之日起30日内 ¦ 从即日起30日内 ¦ 整改期限30天
    → relative 2021-05-04 alt:2021-05-06
      60日内 ¦ 自反馈之日起60日内
    → relative 2021-06-03
      90天内
  `,
  hours: String.raw`
    → relative 2021-03-05
      12小时内
    → relative 2021-03-06 alt:2021-03-08
      24小时内 ¦ 立即停工整改，24小时内完成整改
    → relative 2021-03-07 alt:2021-03-08
      48小时内
    → relative 2021-03-08
      72小时内
  `,
  next_day: String.raw`
    → relative 2021-03-06 alt:2021-03-08
      次日
  `,
  bare_days: String.raw`
    → relative 2021-05-04 alt:2021-05-06
      60日
    → relative 2021-03-25 deadlineAssumed
      二十日
    → relative 2021-03-25
    → relative 2021-06-03
      下发之日起90日 ¦ 自立案之日起90日
  `,
  this_month: String.raw`
    → date 2021-03-31
      2021年3月15日交办，本月底前
    → relative 2021-03-15
      本月15日前
    → relative 2021-03-25
      本月二十五日前 ¦ 当月25日前
    → relative 2021-03-31
      本月底 ¦ 当月底 ¦ 本月内
  `,
  next_month: String.raw`
    → relative 2021-04-05 alt:2021-04-06
      次月5日
    → relative 2021-04-10 alt:2021-04-12
      次月10日前 ¦ 下月10日前
    → relative 2021-04-30
      下月底前 ¦ 下个月底
  `,
  month_end: String.raw`
    → relative 2021-03-31
      月底前 ¦ 月内 ¦ 月末
  `,
  this_quarter: String.raw`
    → relative 2021-03-31
      季度末 ¦ 本季度末
  `,
  next_quarter: String.raw`
    → relative 2021-06-30
      下季度末
  `,
  this_week: String.raw`
    → relative 2021-03-05
      本周五前
    → relative 2021-03-07 alt:2021-03-08
      本周内
  `,
  next_week: String.raw`
    → relative 2021-03-08
      下周一
    → relative 2021-03-10
      下周三
    → relative 2021-03-12
      下周五前
  `,
  week_after_next: String.raw`
    → relative 2021-03-19
      下下周五前 ¦ 下下个周五
  `,
  month_after_next: String.raw`
    → relative 2021-05-31
      下下个月底 ¦ 下下月底前
  `,
  weekday: String.raw`
    → relative 2021-03-05 deadlineAssumed
      周五前
  `,
  day_of_month: String.raw`
    → relative 2021-03-15 deadlineAssumed
      十五号前
    → relative 2021-03-20 alt:2021-03-22 deadlineAssumed
      二十日前
    → relative 2021-03-25 deadlineAssumed
      25日前 ¦ 廿五日前
  `,
  immediate: String.raw`
    → immediate
      立行立改 ¦ 即知即改 ¦ 当场整改 ¦ 立即办理 ¦ 立即整改 ¦ 边查边改 ¦ 立查立改 ¦ 即查即改 ¦ 即行即改 ¦ 现场整改 ¦ 马上整改
      立整立改 ¦ 立行立改（已完成） ¦ 已立行立改 ¦ 立行立改。 ¦ 立行立改； ¦ 立即 ¦ 立即改正 ¦ 立即停产整改 ¦ 立刻整改
      当场改正 ¦ 当场完成整改 ¦ 当日完成 ¦ 当天 ¦ 即改 ¦ 即时整改 ¦ 立改 ¦ 边整边改 ¦ 边学边查边改 ¦ 即接即办 ¦ 立说立行
      立行立改、即知即改 ¦ 立 行 立 改 ¦ 接通知后立即整改 ¦ 时限：立即 ¦ 立行立改（2021年5月已完成） ¦ 第一时间整改 ¦ 立查立处
    → immediate ongoing
      立行立改，长期坚持 ¦ 立行立改、长期坚持 ¦ 立行立改并长期坚持 ¦ 立行立改长期坚持 ¦ 立行立改\n长期坚持
      立行立改（长期坚持） ¦ 立行立改/长期坚持 ¦ 1.立行立改；2.长期坚持 ¦ 1.立行立改\n2.长期坚持 ¦ 立行立改，持续推进
      即知即改，常态化坚持 ¦ 即知即改并持续坚持 ¦ 立行立改、持续整改
  `,
  ongoing: String.raw`
    → ongoing
      长期坚持 ¦ 持续推进 ¦ 常态化 ¦ 长期 ¦ 长期整改 ¦ 持续整改 ¦ 常态化推进 ¦ 常抓不懈 ¦ 2021年6月起长期坚持
      2021年6月起，长期坚持 ¦ 2021年3月-长期坚持 ¦ 即日起，长期坚持 ¦ 长期坚持。 ¦ 长 期 坚 持 ¦ 长期坚持、持续推进
      长期坚持，常抓不懈 ¦ 坚持长期整改 ¦ 需长期坚持 ¦ 作为一项长期工作 ¦ 经常性工作 ¦ 日常工作 ¦ 长效机制 ¦ 持续深化
      持续巩固提升 ¦ 常态化开展 ¦ 常态长效 ¦ 动态清零 ¦ 持续抓好落实 ¦ 整改时限:长期 ¦ 无具体时限，长期坚持 ¦ 随时
      2021年6月至长期 ¦ 长期坚持，常态化推进 ¦ 已完成并长期坚持 ¦ 已完成，长期坚持 ¦ 今后长期坚持
  `,
  unread: String.raw`
    → unresolved
      每年汛期前 ¦ 每月例会前 ¦ 每年春节前 ¦ 农历八月十五前 ¦ 腊月底 ¦ 不早于6月30日 ¦ 开工时间：6月30日 ¦ 启动时间为2021年6月
      夏秋两季 ¦ 雨季前 ¦ 春夏季
    → unresolved deadlineConditional
      项目验收后 ¦ 资金到位后 ¦ 省级批复后 ¦ 资金到位后3个月内 ¦ 待区财政资金到位后3个月内 ¦ 批复后30日内 ¦ 待上级批复后半年内 ¦ 合同签订后30日内 ¦ 灾情结束后1个月内 ¦ 灾后1个月内 ¦ 拆除后一周 ¦ 停暖后10日内 ¦ 鉴定后15日内 ¦ 应急响应终止后10日内 ¦ 险情解除后一周内 ¦ 2021年资金到位后3个月内
      整改完成后3日内 ¦ 项目完成后10个工作日内 ¦ 完成整改后5日内报送 ¦ 签订合同后90天 ¦ 开工之日起6个月内 ¦ 设备到货后一个月内 ¦ 专项债资金下达后3个月内
    → unresolved
      按国家、省、市规定时间节点 ¦ 视上级安排 ¦ 待定 ¦ / ¦ — ¦ —— ¦ 无 ¦ 已完成 ¦ 同上 ¦ 另行通知 ¦ 尽快 ¦ 限期整改 ¦ 按要求
      根据工作进度 ¦ 党委会研究后确定 ¦ 按照2021年4月区委文件要求 ¦ 详见附件1 ¦ 汛期前 ¦ 3号楼 ¦ 12345热线办结
      待6月例会研究后确定 ¦ 建立整改台账 ¦ 成立整改领导小组 ¦ 3月5日召开会议 ¦ 待上级明确 ¦ 待上级文件下发后确定
      根据上级要求 ¦ 按上级部署推进 ¦ 按照省、市统一安排 ¦ 按照方案时间节点推进 ¦ 按时间节点 ¦ 按序时进度 ¦ 按计划推进
      视情况而定 ¦ 与上级同步 ¦ 适时 ¦ 未定 ¦ 暂无 ¦ 无时限要求 ¦ ? ¦ ？？ ¦ - ¦ -- ¦ \\ ¦ … ¦ N/A ¦ 不详 ¦ 近期 ¦ 短期 ¦ 中期
      见附件 ¦ 见备注 ¦ 分阶段实施 ¦ 逐步推进 ¦ 正在推进 ¦ 整改中 ¦ 已整改 ¦ 张三 ¦ 局办公室 ¦ 结合年度工作推进 ¦ 春节后
      汛期结束前 ¦ 主汛期前 ¦ 项目竣工前 ¦ 开学前 ¦ 党代会召开前 ¦ 按照2021年度工作要点要求 ¦ 2021年度工作要点 ¦ 同第3条
      第2批 ¦ 100% ¦ 3000元 ¦ 3万元 ¦ 20021年6月 ¦ 2021年6月301日 ¦ 202年6月 ¦ 不少于3个月 ¦ 连续3个月 ¦ 提前15天
      2021年II季度 ¦ 三五天内 ¦ 年前 ¦ 年后 ¦ 节前 ¦ 国庆节后 ¦ 节后一周内 ¦ 假期后3天 ¦ 国庆节期间 ¦ 汛期 ¦ 入汛前 ¦ 秋收前
      国庆假期结束后 ¦ 国庆后上班第一天 ¦ 国庆节后第一周 ¦ 春节收假后3日内 ¦ 节后上班一周内 ¦ 双十一前 ¦ 国庆前后 ¦ 元旦前后 ¦ 双节前 ¦ 供暖季前 ¦ 采暖期前 ¦ 上冻前
      上级明确时间节点后另行安排 ¦ 以上级通知为准 ¦ 与省市同步推进 ¦ 根据疫情形势确定 ¦ 视疫情情况开展
      视资金情况 ¦ 根据实际情况推进 ¦ 结合普查进度 ¦ 按照国家统一部署 ¦ 按国家规定时间节点 ¦ 按规定时限 ¦ 按方案要求完成
      待研究 ¦ 待上级明确后确定 ¦ 待批 ¦ 待报 ¦ 无法确定 ¦ 未明确 ¦ 不定期 ¦ 定期 ¦ 及时 ¦ 尽快整改 ¦ 抓紧整改 ¦ 限时办结
      正常推进 ¦ 有序推进 ¦ TBD ¦ xx ¦ X月X日 ¦ 2021年X月 ¦ 2021年  月  日 ¦ 年  月  日 ¦ * ¦ ∕ ¦ ／ ¦ － ¦ —— ¦ 无。 ¦ 0 ¦ 5
      是 ¦ √ ¦ 李四 13800138000 ¦ 138-0013-8000 ¦ 10.5亿元 ¦ 5.12防灾减灾日前 ¦ 两会前 ¦ 春节前后 ¦ 集中整改期内
    → unresolved extensionRequested
      申请延期至10月31日
  `,
};

/** Official days off of the months the samples touch, as `from..to`; one weekend day was worked. */
const holidays: readonly (readonly [name: string, from: Day, to: Day])[] = [
  ['春节', '2021-02-11', '2021-02-17'],
  ['清明节', '2021-04-03', '2021-04-05'],
  ['劳动节', '2021-05-01', '2021-05-05'],
  ['端午节', '2021-06-12', '2021-06-14'],
  ['中秋节', '2021-09-19', '2021-09-21'],
  ['国庆节', '2021-10-01', '2021-10-07'],
  ['元旦', '2022-01-01', '2022-01-03'],
  ['春节', '2022-01-31', '2022-02-06'],
];
const madeUp = ['2021-04-25', '2021-05-08'];
const holidayName = (day: Day) => holidays.find(([, from, to]) => from <= day && day <= to)?.[0] ?? null;
const calendar: WorkingCalendar = {
  isWorkingDay: (day) => madeUp.includes(day) || (holidayName(day) === null && weekday(day) <= 5),
  holidayName,
};

const read = (cell: string) => readDeadline({ value: cell }, { calendar, documentYear: 2021, baseDay: '2021-03-05' });

/** What every reading of the table is compared by. */
function summary({ deadline, recurrence, issues }: DeadlineReading): string {
  const quiet = ['deadlineUnclear', 'deadlineSeveral', 'deadlineRange'];
  return [
    deadline.kind,
    deadline.date,
    deadline.ongoing && deadline.kind !== 'ongoing' && 'ongoing',
    deadline.extended && (deadline.originalDate ? `ext:${deadline.originalDate}` : 'ext'),
    deadline.altDate && `alt:${deadline.altDate}`,
    recurrence && JSON.stringify(recurrence).replaceAll('"', ''),
    ...issues.map((issue) => issue.code).filter((code) => !quiet.includes(code)),
  ]
    .filter(Boolean)
    .join(' ');
}

interface Sample {
  readonly rule: string;
  readonly cell: string;
  readonly expected: string;
}

const cases: readonly Sample[] = Object.entries(samples).flatMap(([rule, block]) =>
  block
    .split(/^\s*→/m)
    .slice(1)
    .flatMap((group) => {
      const [expected = '', ...lines] = group.trim().split('\n');
      return lines
        .flatMap((line) => line.split('¦'))
        .map((cell) => ({ rule, expected, cell: cell.trim().replaceAll('\\n', '\n') }));
    }),
);

describe('the deadline grammar', () => {
  it.each(cases)('$rule: $cell is $expected', ({ rule, cell, expected }) => {
    const reading = read(cell);
    expect(summary(reading)).toBe(expected);
    expect(reading.rule ?? 'unread').toBe(rule);
    expect(reading.deadline.raw).toBe(cell);
  });

  it('has every row tried by at least one cell', () => {
    const tried = new Set(
      cases.flatMap(({ cell }) => {
        const { outer, inner } = prepareDeadlineText(cell);
        return [outer, ...inner].flatMap((text) => readTokens(text).map((token) => token.rule));
      }),
    );
    expect(deadlineGrammar.map((row) => row.name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('names each row once', () => {
    const names = deadlineGrammar.map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says why a cell has no date, and keeps its words', () => {
    const reading = read('视上级安排');
    expect(reading.issues).toEqual([{ code: 'deadlineUnclear', args: { raw: '视上级安排' } }]);
    expect(reading.deadline).toEqual({
      kind: 'unresolved',
      date: null,
      altDate: null,
      originalDate: null,
      extended: false,
      ongoing: false,
      yearAssumed: false,
      raw: '视上级安排',
    });
  });
});
