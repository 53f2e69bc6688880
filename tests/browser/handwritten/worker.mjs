PWN("module")
