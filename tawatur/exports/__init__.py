"""The forms in which a case is handed out, one file each; a form judges nothing and adds nothing."""
