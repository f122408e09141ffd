package journal

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
)

// Fault is a kind of thing that is wrong with a journal.
type Fault string

const (
	BadFront        Fault = "front-matter"     // it cannot be read
	Twin            Fault = "twin"             // another file is the same entry
	OtherText       Fault = "conflict"         // of an entry there is another text
	LeftAlone       Fault = "left-alone"       // it looks like an entry and is none
	MissingPicture  Fault = "missing-picture"  // an entry shows it, and there is none
	OrphanedPicture Fault = "orphaned-picture" // no entry names it
	DanglingLink    Fault = "dangling-link"    // it leads to no entry
	StrayFile       Fault = "stray-file"       // what a save that was cut short left
	OpenToOthers    Fault = "permissions"      // others on this machine can read it
	DamagedDraft    Fault = "damaged-draft"
	DamagedHistory  Fault = "damaged-history"
	LostHistory     Fault = "lost-history" // nothing of it can be read
)

// Loose reports whether a fault is rather a thing that is not finished: a page
// to be written, a picture that is not needed any more.
func (f Fault) Loose() bool { return f == DanglingLink || f == OrphanedPicture }

// Finding is something that is wrong, in one place.
type Finding struct {
	Fault  Fault
	ID     ID     // the entry that it is in; zero for none
	Path   string // the file
	Detail string // where that says more: a target, a reason, another file
	mend   func(ctx context.Context) error
}

// CanMend reports whether Mend can do something; else it is for a person.
func (f Finding) CanMend() bool { return f.mend != nil }

// Mend puts it right.
func (f Finding) Mend(ctx context.Context) error { return f.mend(ctx) }

// Checker is a Store that knows what is wrong with the files that it keeps.
type Checker interface {
	// Flaws returns what is wrong with files: strays, permissions and drafts.
	Flaws(ctx context.Context) ([]Flaw, error)

	// Mend puts a flaw right; one that is gone already is no error. Those for
	// which Mends is false are for a person.
	Mend(ctx context.Context, f Flaw) error

	// Assets returns the files that KeepFile may have stored, as FilePath does.
	Assets(ctx context.Context) ([]string, error)
}

// Flaw is something that is wrong with a file.
type Flaw struct {
	Fault Fault
	Path  string
	Mends bool
}

// check finds one kind of fault, or a few that are found in one go. One that
// is deep reads more than is worth it on every day.
type check struct {
	deep bool
	find func(j *Journal, ctx context.Context, p *patient) ([]Finding, error)
}

var checks = []check{
	{find: (*Journal).checkNames},
	{find: (*Journal).checkFronts},
	{find: (*Journal).checkPictures},
	{find: (*Journal).checkFiles},
	{find: (*Journal).checkLinks, deep: true},
	{find: (*Journal).checkAssets, deep: true},
	{find: (*Journal).checkHistory, deep: true},
}

// patient is the journal as it was read.
type patient struct {
	ids     []ID // newest first
	left    []*Odd
	entries map[ID]*facts
	deep    bool
	step    func(of Fault, done, all int)
}

// soon is how many pictures are looked for at most where one does not look deep:
// for each the disk is asked.
const soon = 10_000

// Check returns what is wrong with the journal, whose entries have been read
// (see Read). It changes nothing. step, which may be nil, is called often, with
// how far the search for a fault has come. Errors are about what could not be
// checked.
func (j *Journal) Check(ctx context.Context, deep bool, step func(of Fault, done, all int)) (all []Finding, err error) {
	if step == nil {
		step = func(Fault, int, int) {}
	}
	p := &patient{deep: deep, step: step}
	if _, p.left, err = j.List(ctx); err != nil {
		return nil, err
	}
	j.known.mu.RLock()
	p.entries = maps.Clone(j.known.entries)
	j.known.mu.RUnlock()
	p.ids = slices.SortedFunc(maps.Keys(p.entries), Newest)
	var errs []error
	for _, c := range checks {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if c.deep && !deep {
			continue
		}
		found, err := c.find(j, ctx, p)
		all, errs = append(all, found...), append(errs, err)
	}
	return all, errors.Join(errs...)
}

// checkNames finds files that look like entries and are none.
func (j *Journal) checkNames(_ context.Context, p *patient) (all []Finding, _ error) {
	for _, odd := range p.left {
		f := Finding{Fault: LeftAlone, Path: odd.Path, Detail: odd.Why}
		switch {
		case odd.Copy != nil:
			f.Fault, f.ID, f.Detail = OtherText, odd.Copy.ID, odd.Copy.ID.String()
		case odd.Twin != "":
			f.Fault, f.Detail = Twin, odd.Twin
		}
		all = append(all, f)
	}
	return all, nil
}

func (j *Journal) checkFronts(_ context.Context, p *patient) (all []Finding, _ error) {
	for _, id := range p.ids {
		if why := p.entries[id].unread; why != "" {
			all = append(all, Finding{Fault: BadFront, ID: id, Path: j.Path(id), Detail: why})
		}
	}
	return all, nil
}

func (j *Journal) checkPictures(ctx context.Context, p *patient) (all []Finding, _ error) {
	named := 0
	for _, id := range p.ids {
		named += len(p.entries[id].pictures)
	}
	if named > soon && !p.deep {
		return nil, nil
	}
	for i, id := range p.ids {
		if ctx.Err() != nil {
			break
		}
		p.step(MissingPicture, i, len(p.ids))
		for _, target := range p.entries[id].pictures {
			if j.missing(ctx, id, target) {
				all = append(all, Finding{Fault: MissingPicture, ID: id, Path: j.Path(id), Detail: target})
			}
		}
	}
	return all, ctx.Err()
}

// missing reports whether an entry names a file that is not there.
func (j *Journal) missing(ctx context.Context, id ID, target string) bool {
	err := j.picture(target, func(files Files, name string) error {
		_, err := files.FilePath(ctx, id, name)
		return err
	})
	return errors.Is(err, ErrNotFound)
}

func (j *Journal) checkLinks(ctx context.Context, p *patient) (all []Finding, _ error) {
	n := newNames(slices.Concat(p.ids, j.pages(ctx)), j.store)
	n.addTitles(p.ids, p.entries)
	for i, id := range p.ids {
		if ctx.Err() != nil {
			break
		}
		p.step(DanglingLink, i, len(p.ids))
		for _, target := range p.entries[id].links {
			if _, found := n.findHeading(id, target); found {
				continue
			}
			// It may lead to another file of the journal, such as a sheet.
			file, _, _ := strings.Cut(target, "#")
			if j.missing(ctx, id, file) {
				all = append(all, Finding{Fault: DanglingLink, ID: id, Path: j.Path(id), Detail: target})
			}
		}
	}
	return all, ctx.Err()
}

// checkFiles passes on what the store knows of its files.
func (j *Journal) checkFiles(ctx context.Context, _ *patient) (all []Finding, err error) {
	c, ok := j.store.(Checker)
	if !ok {
		return nil, nil
	}
	flaws, err := c.Flaws(ctx)
	for _, flaw := range flaws {
		f := Finding{Fault: flaw.Fault, Path: flaw.Path}
		if flaw.Mends {
			f.mend = func(ctx context.Context) error { return c.Mend(ctx, flaw) }
		}
		all = append(all, f)
	}
	return all, err
}

// checkAssets finds pictures that no entry, no page and nothing in the trash names.
func (j *Journal) checkAssets(ctx context.Context, p *patient) (all []Finding, err error) {
	c, ok := j.store.(Checker)
	if !ok {
		return nil, nil
	}
	files, err := c.Assets(ctx)
	if err != nil {
		return nil, err
	}
	others, err := j.otherTexts(ctx, ID{})
	for i, file := range files {
		p.step(OrphanedPicture, i, len(files))
		if !NamesPicture(file) {
			continue
		}
		ids, elsewhere, err := j.naming(ctx, file, others)
		if err != nil {
			return all, err
		}
		if len(ids) == 0 && !elsewhere {
			all = append(all, Finding{Fault: OrphanedPicture, Path: file})
		}
	}
	return all, err
}

func (j *Journal) trashedTexts(ctx context.Context, but ID) (texts []string, err error) {
	trash, ok := j.store.(Trash)
	if !ok {
		return nil, nil
	}
	all, err := trash.Trashed(ctx)
	for _, t := range all {
		if t.ID == but {
			continue
		}
		text, unread := trash.TrashedText(ctx, t)
		if unread == nil {
			texts = append(texts, text)
		} else if !errors.Is(unread, ErrNotFound) {
			err = errors.Join(err, unread)
		}
	}
	return texts, err
}

// checkHistory finds entries of which some states cannot be read. To mend that
// is to forget these; the others stay. Where there are no others it may be that
// a later version of the program wrote them.
func (j *Journal) checkHistory(ctx context.Context, p *patient) (all []Finding, err error) {
	h, ok := j.store.(History)
	if !ok {
		return nil, nil
	}
	var errs []error
	var kept []ID
	for id, err := range h.Kept(ctx) {
		if errs = append(errs, err); err == nil {
			kept = append(kept, id)
		}
	}
	for i, id := range kept {
		if ctx.Err() != nil {
			break
		}
		p.step(DamagedHistory, i, len(kept))
		states, err := h.States(ctx, id)
		var damaged *Damaged
		if !errors.As(err, &damaged) {
			errs = append(errs, err)
			continue
		}
		if len(states) == 0 {
			all = append(all, Finding{Fault: LostHistory, ID: id, Path: j.Path(id)})
			continue
		}
		all = append(all, Finding{Fault: DamagedHistory, ID: id, Path: j.Path(id), mend: func(ctx context.Context) error {
			_, err := h.Forget(ctx, id, func(states []State) []bool { return make([]bool, len(states)) })
			if errors.As(err, &damaged) { // which it was
				return nil
			}
			return err
		}})
	}
	return all, errors.Join(errs...)
}
