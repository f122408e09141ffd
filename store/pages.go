package store

import (
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"lifelog/journal"
)

const (
	maxPages    = 100_000
	maxPageDeep = 16 // folders
)

// Pages lists the undated Markdown files.
func (d *Dir) Pages(ctx context.Context) []journal.ID {
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return nil // List says why
	}
	defer root.Close()
	pages := pagesIn(ctx, root, d.layout(root), ".", maxPageDeep, nil)
	slices.SortFunc(pages, func(a, b journal.ID) int { return strings.Compare(a.Name, b.Name) })
	return pages
}

// pagesIn adds the pages of a folder and those below it, so many deep. Links
// to folders are not followed.
func pagesIn(ctx context.Context, root *os.Root, l layout, folder string, deep int, pages []journal.ID) []journal.ID {
	list, err := readDir(root, folder)
	if err != nil || ctx.Err() != nil {
		return pages
	}
	for _, e := range list {
		name := path.Join(folder, e.Name())
		if e.IsDir() {
			if deep > 0 && e.Name()[0] != '.' {
				pages = pagesIn(ctx, root, l, name, deep-1, pages)
			}
		} else if id, ok := parsePage(l, name); ok && len(pages) < maxPages {
			pages = append(pages, id)
		}
	}
	return pages
}

// parsePage reads the path of a page. That of an entry is none, nor of what
// looks like one.
func parsePage(l layout, file string) (id journal.ID, ok bool) {
	stem, md := strings.CutSuffix(file, extension)
	if !md || !fs.ValidPath(stem) || strings.HasPrefix(stem, ".") || strings.Contains(stem, "/.") ||
		strings.HasSuffix(stem, "/") || isCopy(path.Base(file)) {
		return journal.ID{}, false
	}
	_, _, why, entry := l.parse(file)
	return journal.ID{Name: stem}, !entry && why == ""
}
