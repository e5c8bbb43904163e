// en: What are the headline figures of each report, with period and unit?
// zh: 各报告的主要指标是多少？
// param indicators: list = ["生产总值", "公共预算", "财政收入", "税收", "工业增加值", "工业总产值", "固定资产投资", "消费品零售", "进出口", "外贸", "实际利用外资", "人均可支配收入", "城镇新增就业", "城镇登记失业率", "调查失业率", "居民消费价格", "粮食产量", "粮食总产量", "常住人口", "城镇化率", "市场主体", "经营主体", "招商引资"] | words of the indicators
// param longest: integer = 20 | leave out indicators of more characters
// param limit: integer = 200 | rows at most
// columns: division, indicator, measure, approx, value, unit, words, period, status

MATCH (o:Observation)-[:ABOUT]->(e:AdminDivision)
WHERE o.measure IN ['level', 'change'] AND any(word IN $indicators WHERE o.indicator CONTAINS word)
  AND size(o.indicator) <= $longest
WITH DISTINCT e.name AS division, o.indicator AS indicator, o.measure AS measure, o.approx AS approx, o.value AS value, o.unit AS unit,
  o.raw AS words, coalesce(o.periodStart + ' – ' + o.periodEnd, '') AS period, o.status AS status, o.report AS report,
  o.start AS place
RETURN division, indicator, measure, approx, value, unit, words, period, status
ORDER BY division, report, place, indicator, measure, words, period, status
LIMIT $limit
