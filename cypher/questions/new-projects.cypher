// en: Which projects does a report name that no earlier report of the place does?
// zh: 哪些项目首次出现在某报告中？
// param report: string = null | words of the title or file of the report
// param limit: integer = 200 | rows at most
// columns: report, period, project, stages

MATCH (p:Project)-[:MENTIONED_IN]->(s:Sentence), (q:Report {id: s.report})
WITH p, min(coalesce(q.periodEnd, '')) AS first
MATCH (p)-[:MENTIONED_IN]->(s:Sentence), (r:Report {id: s.report})
WHERE coalesce(r.periodEnd, '') = first AND ($report IS NULL OR r.title CONTAINS $report OR r.file CONTAINS $report)
WITH DISTINCT p, r
OPTIONAL MATCH (m:Milestone)-[:OF]->(p)
WHERE m.report = r.id
WITH p, r, m ORDER BY m.stageOrder, m.start
WITH p, r, collect(DISTINCT CASE m.status WHEN 'target' THEN m.stage + ' (target)' ELSE m.stage END) AS stages
RETURN r.title AS report, coalesce(r.periodStart + ' – ' + r.periodEnd, '') AS period, p.name AS project, stages
ORDER BY report, period, project
LIMIT $limit
