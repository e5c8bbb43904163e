// en: Which projects lie in each street, town or village, and in which district?
// zh: 各街道、乡镇、村有哪些项目，属于哪个区县？
// param place: string = null | only places whose name or alias is this
// param limit: integer = 200 | rows at most
// columns: place, within, projects, names, stages

MATCH (p:Project)-[:LOCATED_IN]->(d:Entity)
WHERE $place IS NULL OR d.name = $place OR $place IN d.aliases
OPTIONAL MATCH (d)-[:PART_OF]->(u:AdminDivision)
WITH d, p, u ORDER BY u.name
WITH d, p, collect(DISTINCT u.name) AS within
OPTIONAL MATCH (m:Milestone)-[:OF]->(p)
WITH d, p, within, m ORDER BY p.name, m.stageOrder, m.start
WITH d, within, collect(DISTINCT p.name) AS names,
  collect(DISTINCT CASE WHEN m.stage IS NULL THEN null ELSE p.name + ' ' + m.stage END) AS stages
RETURN d.name AS place, within, size(names) AS projects, names, stages
ORDER BY projects DESC, place
LIMIT $limit
