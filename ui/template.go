package ui

import (
	"lifelog/journal"
	"lifelog/ui/words"
)

// template returns what finds out the text that an entry is begun with.
func (m *Model) template() func(journal.ID) (string, error) {
	ctx, j, lang, read := m.ctx, m.j, m.lang, m.o.Template
	return func(id journal.ID) (string, error) {
		if read == nil {
			return "", nil
		}
		template, err := read(id)
		if err != nil || template == "" {
			return "", err
		}
		title := id.Name
		if title == "" {
			title = lang.Day(id.Date)
		}
		return j.FillTemplate(ctx, template, id, map[string]string{
			"title":      title,
			"weekday.ja": words.Japanese.Weekday(id.Date) + "曜日",
		})
	}
}
