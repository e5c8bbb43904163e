// en: Which figures are aimed at?
// zh: 提出了哪些数量目标？
// param limit: integer = 200 | rows at most
// columns: indicator, subject, approx, value, unit, words, period, sentence

MATCH (o:Observation {status: 'target'})-[:ABOUT]->(e:Entity), (o)-[:IN_SENTENCE]->(s:Sentence)
RETURN o.indicator AS indicator, e.name AS subject, o.approx AS approx, o.value AS value, o.unit AS unit, o.raw AS words,
  coalesce(o.periodStart + ' – ' + o.periodEnd, '') AS period, s.text AS sentence
ORDER BY o.report, o.start, indicator, subject, words, o.id
LIMIT $limit
