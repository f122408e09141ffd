package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lifelog/journal"
)

// States are kept in the folder history/JOURNAL of the state folder, as
// 2022-05-02-name.states, with agesFile beside them.
const (
	statesSuffix = ".states"
	agesFile     = "ages.json"
)

// Clock is the machine's clock.
func (d *Dir) Clock() time.Time { return time.Now() }

// Keep adds a state behind those of the entry. It waits for a disk as long as
// for another program that has the lock.
func (d *Dir) Keep(ctx context.Context, s journal.State, text string) error {
	done := make(chan error, 1)
	go func() {
		if err := d.makeAll(filepath.Join(d.state, d.history())); err != nil {
			done <- err
			return
		}
		done <- d.changeHistory(ctx, func(f *folder) error { return d.addState(f, s, text) })
	}()
	select {
	case err := <-done:
		if err != nil {
			return inWords("earlier states cannot be kept", err)
		}
		return nil
	case <-time.After(2 * d.patience):
		return journal.ErrHistoryLate
	}
}

// addState appends a state to the file of its entry, with one write.
func (d *Dir) addState(f *folder, s journal.State, text string) (err error) {
	name, data, err := statesOf(f, s.ID)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	isNew := err != nil
	list, _ := readStates(s.ID, data) // whoever reads it is told of damage
	same := func(k kept) bool { return k.Rev == s.Rev }
	if len(list) > 0 && same(list[len(list)-1]) {
		return nil
	}
	var packed []byte
	if !slices.ContainsFunc(list, same) {
		packed = pack(text)
	}
	frame, err := appendState(nil, s, packed)
	if err != nil {
		return err
	}
	file, err := f.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	err = d.write(file, string(frame), atEnd)
	if err == nil {
		err = d.sys.sync(file)
	}
	if err != nil {
		err = errors.Join(err, file.Truncate(int64(len(data))))
	}
	err = errors.Join(err, d.sys.close(file))
	if err == nil && isNew {
		err = d.sys.syncDir(f.self)
	}
	return err
}

// States returns the states of an entry, oldest first.
func (d *Dir) States(ctx context.Context, id journal.ID) (states []journal.State, err error) {
	damaged := 0
	err = d.inHistory(ctx, func(f *folder) error {
		_, data, err := statesOf(f, id)
		if err != nil {
			return err
		}
		var list []kept
		list, damaged = readStates(id, data)
		states = plainStates(list)
		return nil
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, inWords(fmt.Sprintf("the history of %v cannot be read", id), err)
	case damaged > 0:
		return states, &journal.Damaged{ID: id, Places: damaged}
	}
	return states, nil
}

// plainStates are states without what a store has of them.
func plainStates(list []kept) (states []journal.State) {
	for _, k := range list {
		states = append(states, k.State)
	}
	return states
}

// Text returns the text of a state.
func (d *Dir) Text(ctx context.Context, s journal.State) (text string, err error) {
	err = d.inHistory(ctx, func(f *folder) error {
		_, data, err := statesOf(f, s.ID)
		if err != nil {
			return err
		}
		list, _ := readStates(s.ID, data)
		at := slices.IndexFunc(list, func(k kept) bool { return k.Rev == s.Rev && k.packed != nil })
		if at < 0 {
			return fs.ErrNotExist
		}
		text, err = unpack(list[at].State, list[at].packed)
		return err
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("a state of %v: %w", s.ID, journal.ErrNotFound)
	case err != nil:
		return "", inWords(fmt.Sprintf("an earlier state of %v cannot be read", s.ID), err)
	}
	return text, nil
}

// Kept yields the entries that have states.
func (d *Dir) Kept(ctx context.Context) iter.Seq2[journal.ID, error] {
	return func(yield func(journal.ID, error) bool) {
		var names []string
		err := d.inHistory(ctx, func(f *folder) error {
			list, err := readDir(f.Root, ".")
			for _, e := range list {
				if name, ok := strings.CutSuffix(e.Name(), statesSuffix); ok {
					names = append(names, name)
				}
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			yield(journal.ID{}, inWords("the history cannot be read", err))
			return
		}
		for _, name := range names {
			id, err := journal.ParseID(name)
			if err == nil && !yield(id, ctx.Err()) {
				return
			}
		}
	}
}

// Forget writes the file of an entry's states anew without some of them.
func (d *Dir) Forget(ctx context.Context, id journal.ID, drop func([]journal.State) []bool) (states []journal.State, err error) {
	damaged := 0
	err = d.changeHistory(ctx, func(f *folder) error {
		name, data, err := statesOf(f, id)
		if err != nil {
			return err
		}
		var list []kept
		list, damaged = readStates(id, data)
		states = plainStates(list)
		if len(list) == 0 { // perhaps of another version of the program
			return nil
		}
		var rest []byte
		rest, states, err = without(list, drop(states))
		if err != nil || len(rest) == len(data) {
			return err
		}
		return d.replaceStates(f, name, rest, int64(len(data)))
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, inWords(fmt.Sprintf("the history of %v cannot be thinned", id), err)
	case damaged > 0:
		return states, &journal.Damaged{ID: id, Places: damaged}
	}
	return states, nil
}

// without returns the file of a list without the states to be dropped. The text
// of one that is dropped goes to the next state that has it.
func without(list []kept, drop []bool) (file []byte, left []journal.State, err error) {
	texts := map[journal.Rev][]byte{}
	for i, k := range list {
		if k.packed != nil {
			texts[k.Rev] = k.packed
		}
		if drop[i] {
			continue
		}
		start := len(file)
		if k.packed != nil || texts[k.Rev] == nil {
			file = append(file, k.frame...)
		} else if file, err = appendState(file, k.State, texts[k.Rev]); err != nil {
			return nil, nil, err
		}
		texts[k.Rev] = nil // it is in the file
		k.Size = len(file) - start
		left = append(left, k.State)
	}
	return file, left, nil
}

// replaceStates puts another file at the place of one, unless that has changed
// since it had so many bytes: somebody came in although the folder is locked.
func (d *Dir) replaceStates(f *folder, name string, data []byte, size int64) error {
	if len(data) == 0 {
		return removeIfThere(f, name)
	}
	temp, err := d.writeTemp(f, name, string(data), nil)
	if err != nil {
		return err
	}
	info, err := f.Stat(name)
	if err == nil && info.Size() != size {
		return f.Remove(temp)
	}
	if err == nil {
		err = f.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(f, temp))
	}
	return d.sys.syncDir(f.self)
}

// Ages returns what is remembered of the clock; nothing, if that cannot be read.
func (d *Dir) Ages(ctx context.Context) (a journal.Ages, err error) {
	err = d.inHistory(ctx, func(f *folder) error {
		text, err := readFile(f.Root, agesFile)
		if err == nil && json.Unmarshal([]byte(text), &a) != nil {
			a = journal.Ages{} // damaged, so that nothing is taken to be old
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return a, inWords("the history cannot be read", err)
	}
	return a, nil
}

// SetAges remembers something of the clock, if there is something that ages.
func (d *Dir) SetAges(ctx context.Context, a journal.Ages) error {
	for _, dir := range []string{d.oldDrafts(), filepath.Join(d.state, "trash", d.key())} {
		if _, err := os.Stat(dir); err != nil {
			continue // there is none, or it cannot be swept either
		}
		if err := d.makeAll(filepath.Join(d.state, d.history())); err != nil {
			return inWords("the folder of the history cannot be made", err)
		}
	}
	err := d.changeHistory(ctx, func(f *folder) error {
		data, err := json.Marshal(a)
		if err != nil {
			return err
		}
		temp, err := d.writeTemp(f, agesFile, string(data), nil)
		if err != nil {
			return err
		}
		if err = f.Rename(temp, agesFile); err != nil {
			err = errors.Join(err, f.Remove(temp))
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return inWords("the history cannot be thinned", err)
	}
	return nil
}

// inHistory runs do in the folder of this journal's history, which may be
// missing (fs.ErrNotExist). It is enough for reading: a state is added with one
// write, and a file is replaced whole.
func (d *Dir) inHistory(ctx context.Context, do func(f *folder) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	root, err := os.OpenRoot(d.state)
	if err != nil {
		return err
	}
	defer root.Close()
	f, err := openFolder(root, d.history())
	if err != nil {
		return err
	}
	defer f.Close()
	return do(f)
}

// changeHistory runs do there alone: no other program of ours, and no other
// goroutine, changes anything meanwhile.
func (d *Dir) changeHistory(ctx context.Context, do func(f *folder) error) error {
	return d.inHistory(ctx, func(f *folder) error {
		unlock, err := d.hold(ctx, f)
		if err != nil {
			return err
		}
		defer unlock()
		return do(f)
	})
}

// history is the folder with the states of this journal, in the state folder.
func (d *Dir) history() string { return "history/" + d.key() }

// statesOf reads the file with the states of an entry.
func statesOf(f *folder, id journal.ID) (name string, data []byte, err error) {
	if err = check(id); err != nil {
		return "", nil, err
	}
	name = id.String() + statesSuffix
	text, err := readFile(f.Root, name)
	return name, []byte(text), err
}
