package journal

import (
	"context"
	"errors"
	"net/url"
	slashes "path"
	"path/filepath"
	"strings"

	"lifelog/journal/fold"
)

// named is the part of a link that names what it leads to.
type named struct {
	from, to int    // bytes of the text
	target   string // what it means
	heading  string // what follows it, with the hash
	wiki     bool
	pointed  bool // within <>
	escaped  bool // %20 stands for a space, and the like
}

// namedBy finds that part; ok is false for an address of the web.
func namedBy(text string, l link) (n named, ok bool) {
	n.wiki = l.wiki
	written := text[l.from:l.to]
	if l.wiki {
		n.target = wikiTarget(written)
		n.from = l.from + strings.Index(written, n.target)
		n.to = n.from + len(n.target)
		return n, n.target != ""
	}
	n.from = l.from
	if inner, pointed := strings.CutPrefix(written, "<"); pointed {
		written, _, _ = strings.Cut(inner, ">")
		n.from, n.pointed = n.from+1, true
	} else if at := strings.IndexAny(written, " \t\n"); at >= 0 { // the title of the link follows
		written = written[:at]
	}
	u, err := url.Parse(written)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
		return n, false
	}
	if at := strings.IndexAny(written, "?#"); at >= 0 {
		written = written[:at]
	}
	if u.Fragment != "" {
		n.heading = "#" + u.Fragment
	}
	n.target, n.to, n.escaped = u.Path, n.from+len(written), strings.Contains(written, "%")
	return n, true
}

// withoutHeading is the part before the heading that [[…]] may lead to.
func (n named) withoutHeading() named {
	if at := strings.LastIndexByte(n.target, '#'); n.wiki && at >= 0 {
		n.target, n.heading = n.target[:at], n.target[at:]
		n.target = strings.TrimRight(n.target, " \t\u3000")
		n.to = n.from + len(n.target)
	}
	return n
}

// write is a target as it is to be written there; ok is false if it cannot be.
func (n named) write(target string) (written string, ok bool) {
	switch {
	case n.wiki:
		return target, !strings.ContainsAny(target, "[]|\n")
	case n.escaped:
		written = (&url.URL{Path: target}).EscapedPath()
	case n.pointed && !strings.ContainsAny(target, "<>%#?()\n"):
		written = target
	default: // what would end the address, or mean something in it
		written = strings.NewReplacer("%", "%25", " ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E",
			"#", "%23", "?", "%3F", `\`, "%5C", "\t", "%09").Replace(target)
	}
	u, err := url.Parse(written)
	return written, err == nil && u.Path == target && u.Scheme == "" && u.Host == ""
}

// link returns what changes in a link to an entry or a page.
func (r *renaming) link(v Version, l link) (e Edit, changes bool) {
	n, ok := namedBy(v.Text, l)
	if !ok {
		return e, false
	}
	led, found := r.was.find(v.ID, n.target+n.heading)
	if !found {
		n = n.withoutHeading()
		led, found = r.was.find(v.ID, n.target)
	}
	if !found {
		return e, false
	}
	want := r.now(led)
	leads := func(target string) bool {
		id, found := r.is.findHeading(r.now(v.ID), target+n.heading)
		return found && id == want
	}
	stays := led != r.from || !r.isExact(n, led)
	beside := r.isBeside(v.ID, n, led)
	if beside {
		stays = stays && r.besideNow(v.ID, want, n) == n.target
	}
	if stays && leads(n.target) {
		return e, false
	}
	for _, target := range r.targets(v.ID, n, led, beside) {
		if written, ok := n.write(target); ok && leads(target) {
			return Edit{n.from, n.to, written}, written != v.Text[n.from:n.to]
		}
	}
	return e, false
}

// targets are ways to name what a link leads to, the ones that are most like
// the way it is named first.
func (r *renaming) targets(from ID, n named, led ID, beside bool) (list []string) {
	want := r.now(led)
	if beside {
		list = append(list, r.besideNow(from, want, n))
	}
	path, asked := filepath.ToSlash(r.old(led)), "/"+strings.TrimPrefix(n.target, "/")
	for _, path := range []string{path, stem(path)} { // as a path from the journal
		root, found := strings.CutSuffix(path, asked)
		if rest, inside := strings.CutPrefix(filepath.ToSlash(r.old(want)), root+"/"); found && inside && strings.Contains(n.target, "/") {
			list = append(list, n.target[:len(n.target)-len(asked)+1]+n.ended(rest))
		}
	}
	base := slashes.Base(n.target)
	folder := strings.TrimSuffix(n.target, base)
	switch _, err := ParseID(strings.TrimSuffix(base, ".md")); {
	case n.isFile(path):
		list = append(list, folder+n.ended(filepath.Base(r.old(want))))
	case err == nil && !r.isExact(n, led): // by its day alone
		list = append(list, folder+n.ended(want.Date.String()+".md"), folder+n.ended(want.String()+".md"))
	case err == nil:
		list = append(list, folder+n.ended(want.String()+".md"))
	case want.Name != "" && bareTarget(n.target) == fold.String(led.Name):
		list = append(list, n.ended(want.Name+".md"))
	}
	if !n.wiki {
		return append(list, r.besideNow(from, want, named{target: ".md"}), want.String()+".md")
	}
	return append(list, want.String())
}

// isExact reports whether a link names an entry by its ID or by its file, which
// nothing else has.
func (r *renaming) isExact(n named, led ID) bool {
	id, err := ParseID(strings.TrimSuffix(slashes.Base(n.target), ".md"))
	return err == nil && id == led || n.isFile(filepath.ToSlash(r.old(led)))
}

// isFile reports whether a link names a file as it is called.
func (n named) isFile(path string) bool {
	base := slashes.Base(n.target)
	return base == slashes.Base(path) || base == slashes.Base(stem(path))
}

// isBeside reports whether a link is written as the path from its file to
// that of an entry. [[…]] is, if it has a slash.
func (r *renaming) isBeside(from ID, n named, to ID) bool {
	if n.wiki && !strings.Contains(n.target, "/") {
		return false
	}
	path := filepath.Join(filepath.Dir(r.old(from)), filepath.FromSlash(n.target))
	return path == r.old(to) || path == stem(r.old(to))
}

// besideNow is the path to an entry afterwards, with an ending if the link has
// one.
func (r *renaming) besideNow(from, to ID, n named) string {
	path, err := filepath.Rel(filepath.Dir(r.old(r.now(from))), r.old(to))
	if err != nil {
		return ""
	}
	return n.ended(filepath.ToSlash(path))
}

// ended is a path with its ending if the link is written with one.
func (n named) ended(path string) string {
	if slashes.Ext(path) == slashes.Ext(n.target) {
		return path
	}
	return stem(path)
}

// stem is a path without its ending.
func stem(path string) string { return strings.TrimSuffix(path, slashes.Ext(path)) }

// file returns what changes in the path of a picture or another file that the
// renamed entry shows or links to, if its folder is another one.
func (r *renaming) file(ctx context.Context, v Version, l link) (e Edit, changes bool, err error) {
	n, ok := namedBy(v.Text, l)
	if !ok {
		return e, false, nil
	}
	at, err := r.fileAt(ctx, r.from, n.target)
	if err != nil || at == "" {
		return e, false, err
	}
	now, err := r.fileAt(ctx, r.to, n.target)
	if err != nil || now == at {
		return e, false, err
	}
	target, err := filepath.Rel(filepath.Dir(r.old(r.to)), at)
	if err != nil {
		return e, false, err
	}
	written, ok := n.write(filepath.ToSlash(target))
	return Edit{n.from, n.to, written}, ok, nil
}

// fileAt is where a file is that an entry names, or would; "" for none.
func (r *renaming) fileAt(ctx context.Context, id ID, target string) (where string, err error) {
	files, ok := r.j.store.(Files)
	if !ok {
		return "", nil
	}
	where, err = files.FilePath(ctx, id, target)
	var odd *Odd
	if errors.Is(err, ErrNotFound) || errors.As(err, &odd) {
		return "", nil
	}
	return where, err
}
