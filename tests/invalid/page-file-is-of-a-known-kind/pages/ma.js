alert("own script")
