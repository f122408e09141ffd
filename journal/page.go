package journal

import "context"

// A page is a Markdown file in the journal's folder that has no date. It is no
// entry: no list has it, and only other programs change it. But links lead to
// it, and it is read like an entry. Its ID has no date; the name is its path
// in the journal, with slashes and without the ending, as in "people/aki".

// Pages is a Store that may hold pages, which Load returns like entries.
type Pages interface {
	// Pages lists all pages, by their paths. What is hidden (".obsidian") is
	// left out, as are folders that cannot be read.
	Pages(ctx context.Context) []ID
}

// IsPage reports whether the ID is that of a page.
func (id ID) IsPage() bool { return id.Date.IsZero() && id.Name != "" }

// pages lists the pages of the journal.
func (j *Journal) pages(ctx context.Context) []ID {
	if s, ok := j.store.(Pages); ok {
		return s.Pages(ctx)
	}
	return nil
}
