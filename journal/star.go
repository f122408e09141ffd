package journal

import "context"

// Star stars an entry, or takes its star away, by the key starred of its front
// matter. starred is what it has now. An entry without a file is left alone.
func (j *Journal) Star(ctx context.Context, id ID) (saved Saved, starred bool, err error) {
	base, err := j.Load(ctx, id)
	if err != nil || base.Rev == "" {
		return Saved{Version: base}, false, err
	}
	ours := base
	starred = !isStarred(base.Text)
	if ours.Text, err = setStarred(base.Text, starred); err != nil {
		return Saved{Version: base}, !starred, err
	}
	if saved, err = j.Save(ctx, base, ours); err == nil {
		j.Leave(ctx, saved.Version, OnLeaving)
	}
	return saved, starred, err
}

func isStarred(text string) bool {
	f := facts{}
	f.front(frontOf(text))
	return f.is&starred != 0
}

// setStarred returns a text with its star, or without.
func setStarred(text string, on bool) (string, error) {
	switch {
	case isStarred(text) == on:
		return text, nil
	case on:
		return setFront(text, "starred", "true")
	}
	return setFront(text, "starred", "")
}
