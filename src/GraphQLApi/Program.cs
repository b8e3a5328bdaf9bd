using Networks.GraphQLApi.CommandLine;

return await NetworksCommand.Run(args, Console.Out, Console.Error, showsProgress: !Console.IsErrorRedirected);
