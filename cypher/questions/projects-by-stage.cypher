// en: Which projects are at which stage, and in which words?
// zh: 各项目处于哪个阶段，原文怎么说？
// param stage: string = null | planned, started, underway, completed, inService …
// param status: string = null | actual or target
// param limit: integer = 200 | rows at most
// columns: stage, status, project, words, sentence

MATCH (m:Milestone)-[:OF]->(p:Project), (m)-[:IN_SENTENCE]->(s:Sentence)
WHERE ($stage IS NULL OR m.stage = $stage) AND ($status IS NULL OR m.status = $status)
RETURN m.stage AS stage, m.status AS status, p.name AS project, m.quote AS words, s.text AS sentence
ORDER BY stage, status, project, words, sentence
LIMIT $limit
